#pragma once

#include <array>
#include <cstddef>
#include <vector>

#include "preprocess/beats/beat.h"
#include "preprocess/beats/evaluation/reference.h"
#include "preprocess/beats/evaluation/tally.h"

namespace ecg::evaluation {

/// Onset, peak and offset of P, then of QRS, then of T.
inline constexpr std::size_t markCount = 9;
using MarkTallies = std::array<Tally, markCount>;

/// The index of a mark in MarkTallies.
inline constexpr std::size_t qrsOnset = 3, qrsPeak = 4, qrsOffset = 5;

/// Where a mark is known: the times `of` reference waves, or of beats.
Times referenceMarks(const std::vector<ReferenceWave>& waves, std::size_t mark);
Times detectedMarks(const std::vector<BeatWaves>& waves, std::size_t mark);

/// Which of the detections count as extra where no reference is near.
struct Coverage {
  double from = 0, to = 0;  ///< s
  std::vector<char> beats;  ///< by beat: 1 where the reference would have marked its waves
};

/// One lead's waves against the marks of that lead. Each mark is compared by itself (matchTimes),
/// so that a wave with a wrong onset still has its peak. A mark that is not near a reference is
/// extra, unless its wave's peak is that of a reference wave whose own mark is missing.
///
/// @param waves of every beat
MarkTallies tallyMarks(const std::vector<ReferenceWave>& reference,
                       const std::vector<BeatWaves>& waves, const Coverage& coverage,
                       double window);

/// Several leads against marks that were made looking at all of them: for each reference the lead
/// whose mark is nearer, as Martinez et al., IEEE Trans Biomed Eng 2004;51:570-581 compare with the
/// QT database. What is extra cannot be told.
MarkTallies tallyNearestLead(const std::vector<ReferenceWave>& reference,
                             const std::vector<LeadBeats>& leads, double window);

}  // namespace ecg::evaluation
