#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/beats/beat.h"
#include "tests/support/ecg_simulator.h"

namespace ecg::testing {

/// What a part of a beat belongs to. `st` lasts from within the QRS to the end of T.
enum class Part { p, qrs, st, t };

/// A part of a wave: rises from `onset` to `peak` and falls from `hold` to `offset` as a cubic
/// smoothstep, so that it is exactly 0 elsewhere. Seconds from the QRS onset.
struct Bump {
  Part part = Part::qrs;
  double onset = 0, peak = 0, hold = 0, offset = 0;
  Potentials size{};  ///< at the peak

  /// Of its size, at a time.
  double at(double time) const;
};

/// A beat, seconds from its QRS onset.
struct BeatShape {
  std::vector<Bump> bumps;
  BeatWaves waves;
  bool paced = false;  ///< the QRS is a pacemaker's

  /// One lead at a time; `row` gives the lead from the electrodes (see `leadRow`).
  double at(double time, const Potentials& row) const;
};

/// A beat of the rhythm.
BeatShape rhythmBeat(const SimulatedEcg& settings);

/// A ventricular premature beat; its T ends as long after its J point as in the rhythm's beats.
BeatShape ectopicBeat(const SimulatedEcg& settings);

/// QT in seconds: as set, or by Fridericia from the heart rate.
double qtSeconds(const SimulatedEcg& settings);

}  // namespace ecg::testing
