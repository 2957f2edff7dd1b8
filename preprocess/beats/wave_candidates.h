#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/beats/lead_marks.h"
#include "preprocess/beats/lobes.h"

namespace ecg {

/// A peak of the coarse scale that may be a P or T wave.
struct WaveCandidate {
  std::size_t peak;
  double height;  ///< mV/s: the less steep of its two flanks, and a part of the steeper
  Lobe before, after;
};

/// The peaks in a span, by time: where the slope changes sign (Martínez et al. 2004, III.C).
std::vector<WaveCandidate> waveCandidates(const Scale& coarse, Span span);

/// How far a wave's slope has to fall, as a part of its steepest, for the wave to be over.
struct WaveEnds {
  double onset, offset;
};

/// Where the wave of a candidate begins and ends, within the span.
Marks waveMarks(const Scale& coarse, const WaveCandidate& candidate, Span span, WaveEnds ends);

}  // namespace ecg
