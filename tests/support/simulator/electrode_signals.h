#pragma once

#include <cstddef>
#include <vector>

#include "tests/support/simulator/rhythm.h"

namespace ecg::testing {

/// The electrodes' potentials over time, mV: sample t of electrode e is `samples[e * length + t]`.
struct ElectrodeSignals {
  double samplingRate = 0;
  std::size_t length = 0;
  std::vector<double> samples;

  double* of(std::size_t electrode) { return samples.data() + electrode * length; }
  const double* of(std::size_t electrode) const { return samples.data() + electrode * length; }
};

/// Adds a beat of the heart.
void addBeat(ElectrodeSignals& signals, const PlacedBeat& beat);

/// Adds a pacemaker's pulse of 1 ms, in each sample its mean over the sample's interval: what a
/// recorder's filter leaves of it.
void addSpike(ElectrodeSignals& signals, double start, double millivolts);

/// Adds the fibrillatory waves of the atria: 5.5 to 7.5 Hz, waxing and waning, largest in V1, then
/// in the inferior leads.
void fibrillate(ElectrodeSignals& signals, const SimulatedEcg& settings);

/// Adds mains, muscle noise, wander and motion.
void disturb(ElectrodeSignals& signals, const SimulatedEcg& settings);

}  // namespace ecg::testing
