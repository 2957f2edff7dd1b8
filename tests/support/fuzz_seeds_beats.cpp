#include "tests/support/fuzz_seeds_beats.h"

#include <algorithm>

#include "tests/support/ecg_simulator.h"

namespace ecg::testing {
namespace {

/// Samples of a byte each, 0.02 mV, at 128 Hz (the rate of index 2).
std::string seedOf(SimulatedEcg settings) {
  settings.samplingRate = 128;
  const Recording recording = simulate(settings).recording;
  constexpr char rate = 2, inMillivolts = 4;
  std::string seed = {static_cast<char>(recording.leads.size()), rate, inMillivolts, 0, 0, 0, 0, 0};
  for (const float value : recording.samples)
    seed += static_cast<char>(std::clamp(static_cast<int>(value / 0.02f), -128, 127));
  return seed;
}

}  // namespace

std::vector<std::pair<std::string, std::string>> beatSeeds() {
  SimulatedEcg sinus, fibrillating, ectopic, paced, noise;
  sinus.leads = {"I", "aVF", "V1", "V5"};
  fibrillating.leads = {"II"};
  fibrillating.rhythm = Rhythm::atrialFibrillation;
  ectopic.leads = {"II", "V1"};
  ectopic.ectopy.every = 3;
  paced.leads = {"II"};
  paced.rhythm = Rhythm::pacedDual;
  noise.leads = {"I", "II"};
  noise.rhythm = Rhythm::none;
  noise.disturbance.muscle = 100;
  return {{"sinus", seedOf(sinus)},
          {"fibrillating", seedOf(fibrillating)},
          {"ectopic", seedOf(ectopic)},
          {"paced", seedOf(paced)},
          {"noise", seedOf(noise)}};
}

}  // namespace ecg::testing
