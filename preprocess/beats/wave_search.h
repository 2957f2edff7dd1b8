#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "preprocess/beats/wave_candidates.h"

namespace ecg {

/// What is searched for P waves, or for T waves: the spans of all beats, the same in all leads.
struct WaveSearch {
  std::vector<Span> spans;           ///< of each beat
  std::vector<std::size_t> origins;  ///< of each beat: from where the place of its wave is counted
  double spread;                     ///< s: how far places differ from lead to lead
  WaveEnds ends;
};

/// The waves of each beat in each lead, [lead][beat].
///
/// What a candidate is worth depends on its height, on where the waves of the other beats are, and
/// on where the other leads have theirs: a place that many leads and beats agree on is preferred to
/// one that stands out in a single place.
std::vector<std::vector<std::optional<Marks>>> searchWaves(const std::vector<Scale>& leads,
                                                           const WaveSearch& search);

}  // namespace ecg
