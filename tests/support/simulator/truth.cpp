#include "tests/support/simulator/truth.h"

#include <cmath>

#include "tests/support/simulator/lead_truth.h"

namespace ecg::testing {
namespace {

double wrapped(double degrees) { return degrees - 360 * std::ceil((degrees - 180) / 360); }

/// A wave that is not wholly within the recording is unknown.
Wave moved(const Wave& wave, double by, double end) {
  const Wave at = {wave.onset + by, wave.peak + by, wave.offset + by};
  return at.onset >= 0 && at.offset <= end ? at : Wave();
}

BeatWaves moved(const BeatWaves& waves, double by, double end) {
  return {moved(waves.p, by, end), moved(waves.qrs, by, end), moved(waves.t, by, end)};
}

double rateOf(const std::vector<Beat>& beats) {
  if (beats.size() < 2) return Wave::unknown;
  const double first = beats.front().waves.qrs.peak, last = beats.back().waves.qrs.peak;
  return 60 * static_cast<double>(beats.size() - 1) / (last - first);
}

void measure(EcgTruth& truth, const SimulatedEcg& settings, const BeatWaves& waves) {
  truth.qrs = settings.qrs.duration;
  truth.qrsAxis = wrapped(settings.qrs.axis);
  if (waves.p.found()) {
    truth.pr = settings.pr;
    truth.pAxis = wrapped(settings.p.axis);
  }
  if (waves.t.found()) {
    truth.qt = 1000 * waves.t.offset;
    truth.tAxis = wrapped(settings.t.axis);
  }
}

}  // namespace

EcgTruth truthOf(const SimulatedEcg& settings, const std::vector<PlacedBeat>& beats,
                 const std::vector<Potentials>& rows, double end) {
  EcgTruth truth;
  for (const PlacedBeat& beat : beats)
    truth.beats.all.push_back({beat.beatClass, moved(beat.shape->waves, beat.onset, end)});
  truth.heartRate = rateOf(truth.beats.all);
  const BeatShape shapes[2] = {rhythmBeat(settings), ectopicBeat(settings)};
  const bool heart = settings.rhythm != Rhythm::none;
  if (heart) measure(truth, settings, shapes[0].waves);
  for (std::size_t l = 0; l < rows.size(); ++l) {
    const BeatWaves waves[2] = {wavesInLead(shapes[0], rows[l]), wavesInLead(shapes[1], rows[l])};
    LeadBeats inLead = {l, {}};
    for (const PlacedBeat& beat : beats)
      inLead.waves.push_back(
          moved(waves[beat.beatClass == BeatClass::ventricular], beat.onset, end));
    truth.beats.leads.push_back(inLead);
    truth.leads.push_back(heart ? amplitudesInLead(shapes[0], rows[l]) : LeadTruth());
  }
  return truth;
}

}  // namespace ecg::testing
