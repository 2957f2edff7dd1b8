#pragma once

#include <vector>

#include "preprocess/beats/beat.h"
#include "tests/support/ecg_simulator.h"
#include "tests/support/simulator/beat_shape.h"

namespace ecg::testing {

/// A beat, where its QRS begins, s.
struct PlacedBeat {
  double onset = 0;
  BeatClass beatClass = BeatClass::normal;
  const BeatShape* shape = nullptr;
};

/// What a beat looks like.
struct BeatShapes {
  BeatShape rhythm, ectopic;
};

/// The beats whose QRS is wholly within (0, end), by time; they point to `shapes`.
std::vector<PlacedBeat> placedBeats(const SimulatedEcg& settings, const BeatShapes& shapes,
                                    double end);

/// When the pacemaker's pulses begin, s: each ends 4 ms before the P wave or QRS that it starts.
std::vector<double> spikeTimes(const std::vector<PlacedBeat>& beats, bool dual);
inline constexpr double spikeDuration = 0.001;

}  // namespace ecg::testing
