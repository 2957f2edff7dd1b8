#include "tests/support/ecg_simulator.h"

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "preprocess/leads/names.h"
#include "tests/support/simulator/electrode_signals.h"
#include "tests/support/simulator/truth.h"

namespace ecg::testing {
namespace {

// The electrodes' steps per mV. Whole numbers of them make the limb leads' sums exact in floats,
// and the last bits of a platform's sine invisible.
constexpr double grid = 1 << 16;

std::vector<std::size_t> leadNumbers(const SimulatedEcg& settings) {
  std::vector<std::size_t> numbers;
  for (const std::string& name : settings.leads) {
    const auto found = std::find(standardLeads.begin(), standardLeads.end(), name);
    if (found == standardLeads.end()) throw std::invalid_argument("no standard lead: " + name);
    numbers.push_back(static_cast<std::size_t>(found - standardLeads.begin()));
  }
  for (std::size_t l = 0; settings.leads.empty() && l < 12; ++l) numbers.push_back(l);
  return numbers;
}

Recording emptyRecording(const SimulatedEcg& settings) {
  Recording recording;
  recording.format = "simulated";
  recording.samplingRate = settings.samplingRate;
  recording.length = static_cast<std::size_t>(std::round(settings.seconds * settings.samplingRate));
  for (std::size_t number : leadNumbers(settings)) {
    const std::string name(standardLeads[number]);
    recording.leads.push_back({name, name, "mV"});
  }
  recording.samples.resize(recording.leads.size() * recording.length);
  return recording;
}

ElectrodeSignals electrodeSignals(const SimulatedEcg& settings,
                                  const std::vector<PlacedBeat>& beats,
                                  const Recording& recording) {
  ElectrodeSignals signals = {recording.samplingRate, recording.length, {}};
  signals.samples.resize(electrodeCount * signals.length);
  for (const PlacedBeat& beat : beats) addBeat(signals, beat);
  for (double spike : spikeTimes(beats, settings.rhythm == Rhythm::pacedDual))
    addSpike(signals, spike, settings.spike);
  if (settings.rhythm == Rhythm::atrialFibrillation) fibrillate(signals, settings);
  disturb(signals, settings);
  return signals;
}

float stored(double millivolts, const Disturbance& by) {
  const double step = by.resolution > 0 ? by.resolution / 1000 : 0.5 / grid;
  const double clipped = std::clamp(millivolts, -by.rail, by.rail);
  return static_cast<float>(std::nearbyint(clipped / step) * step);
}

void putLeads(Recording& recording, const ElectrodeSignals& signals, const SimulatedEcg& settings) {
  const Cables cables = cablesWith(settings.disturbance.swapped);
  const auto numbers = leadNumbers(settings);
  for (std::size_t t = 0; t < recording.length; ++t) {
    Potentials at;
    for (std::size_t c = 0; c < electrodeCount; ++c)
      at[c] = std::nearbyint(signals.of(static_cast<std::size_t>(cables[c]))[t] * grid) / grid;
    const auto leads = leadsOf(at);
    for (std::size_t k = 0; k < numbers.size(); ++k)
      recording.lead(k)[t] = stored(leads[numbers[k]], settings.disturbance);
  }
}

bool contains(const std::vector<std::string>& names, const std::string& name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

/// How each lead weighs the electrodes; leads that are flat or missing have a row of zeros.
std::vector<Potentials> leadRows(const SimulatedEcg& settings, const Recording& recording) {
  const Disturbance& by = settings.disturbance;
  const Cables cables = cablesWith(by.swapped);
  const auto numbers = leadNumbers(settings);
  std::vector<Potentials> rows(numbers.size());
  for (std::size_t k = 0; k < rows.size(); ++k) {
    const std::string& name = recording.leads[k].name;
    if (!contains(by.flat, name) && !contains(by.missing, name))
      rows[k] = leadRow(numbers[k], cables);
  }
  return rows;
}

void loseLeads(Recording& recording, const Disturbance& by) {
  for (std::size_t k = 0; k < recording.leads.size(); ++k) {
    const std::string& name = recording.leads[k].name;
    float* samples = recording.lead(k);
    if (contains(by.flat, name)) std::fill_n(samples, recording.length, 0.0f);
    if (contains(by.missing, name))
      std::fill_n(samples, recording.length, std::numeric_limits<float>::quiet_NaN());
  }
}

}  // namespace

SimulatedRecording simulate(const SimulatedEcg& settings) {
  SimulatedRecording result;
  Recording& recording = result.recording = emptyRecording(settings);
  const double end = (static_cast<double>(recording.length) - 1) / settings.samplingRate;
  const BeatShapes shapes = {rhythmBeat(settings), ectopicBeat(settings)};
  const auto beats = placedBeats(settings, shapes, end);
  putLeads(recording, electrodeSignals(settings, beats, recording), settings);
  loseLeads(recording, settings.disturbance);
  result.truth = truthOf(settings, beats, leadRows(settings, recording), end);
  result.truth.spikes = spikeTimes(beats, settings.rhythm == Rhythm::pacedDual);
  return result;
}

SimulatedEcg withLeftHypertrophy(SimulatedEcg settings) {
  settings.qrs.millivolts = 1.7;
  settings.qrs.axis = 0;
  settings.qrs.backward = 0.4;
  settings.t.axis = 170;
  return settings;
}

}  // namespace ecg::testing
