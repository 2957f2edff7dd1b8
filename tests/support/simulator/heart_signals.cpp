#include <algorithm>
#include <cmath>
#include <utility>

#include "tests/support/simulator/electrode_signals.h"
#include "tests/support/simulator/random.h"

namespace ecg::testing {
namespace {

constexpr double pi = 3.14159265358979323846;

/// The samples of a span of time: first, and one past the last, as far as there are any.
std::pair<std::size_t, std::size_t> samplesWithin(const ElectrodeSignals& signals, double from,
                                                  double to) {
  const double length = static_cast<double>(signals.length);
  auto bounded = [length](double index) {
    return index > 0 ? static_cast<std::size_t>(std::min(index, length)) : 0;
  };
  return {bounded(std::ceil(from * signals.samplingRate)),
          bounded(std::floor(to * signals.samplingRate) + 1)};
}

}  // namespace

void addBeat(ElectrodeSignals& signals, const PlacedBeat& beat) {
  for (const Bump& bump : beat.shape->bumps) {
    const auto [first, end] =
        samplesWithin(signals, beat.onset + bump.onset, beat.onset + bump.offset);
    for (std::size_t t = first; t < end; ++t) {
      const double share = bump.at(static_cast<double>(t) / signals.samplingRate - beat.onset);
      for (std::size_t e = 0; e < electrodeCount; ++e) signals.of(e)[t] += share * bump.size[e];
    }
  }
}

void addSpike(ElectrodeSignals& signals, double start, double millivolts) {
  const Potentials size = potentialsOf(frontal(millivolts, -135));
  const double half = 0.5 / signals.samplingRate, stop = start + spikeDuration;
  const auto [first, end] = samplesWithin(signals, start - half, stop + half);
  for (std::size_t t = first; t < end; ++t) {
    const double time = static_cast<double>(t) / signals.samplingRate;
    const double common = std::min(time + half, stop) - std::max(time - half, start);
    for (std::size_t e = 0; e < electrodeCount; ++e)
      signals.of(e)[t] += std::max(0.0, common) / (2 * half) * size[e];
  }
}

void fibrillate(ElectrodeSignals& signals, const SimulatedEcg& settings) {
  HeartVector vector = frontal(0.5, 80);
  vector.back = -1;
  Potentials size = potentialsOf(vector);
  const double scale = settings.fibrillation / size[static_cast<std::size_t>(Electrode::V1)];
  for (double& x : size) x *= scale;
  Random random(settings.seed, 3);
  double phase = 2 * pi * random.uniform();
  const double slow = 2 * pi * random.uniform();
  for (std::size_t t = 0; t < signals.length; ++t) {
    const double time = static_cast<double>(t) / signals.samplingRate;
    phase += 2 * pi * (6.5 + std::sin(2 * pi * 0.3 * time + slow)) / signals.samplingRate;
    const double swell = 0.8 + 0.2 * std::sin(2 * pi * 0.45 * time + slow);
    const double wave = swell * (std::sin(phase) + 0.3 * std::sin(2 * phase)) / 1.13;
    for (std::size_t e = 0; e < electrodeCount; ++e) signals.of(e)[t] += size[e] * wave;
  }
}

}  // namespace ecg::testing
