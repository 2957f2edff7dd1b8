#include "tests/support/simulator/rhythm.h"

#include <algorithm>
#include <cmath>

#include "tests/support/simulator/random.h"

namespace ecg::testing {
namespace {

constexpr double shortestRr = 0.2, breath = 4, latency = 0.004;  // s

/// The RR interval after a beat. In atrial fibrillation each is drawn anew, from half to twice the
/// mean.
double nextRr(const SimulatedEcg& settings, double now, Random& random) {
  const double mean = 60 / settings.heartRate;
  if (settings.rhythm == Rhythm::atrialFibrillation)
    return std::max(shortestRr, mean * std::clamp(1 + 0.25 * random.normal(), 0.5, 2.0));
  const double phase = 2 * 3.14159265358979323846 * now / breath;
  const double share = 1 + settings.jitter * random.normal() + settings.breathing * std::sin(phase);
  return std::max(shortestRr, mean * share);
}

bool isEctopic(const Ectopy& ectopy, std::size_t beat, Random& random) {
  if (ectopy.every > 1 && (beat + 1) % static_cast<std::size_t>(ectopy.every) == 0) return true;
  return ectopy.chance > 0 && random.uniform() < ectopy.chance;
}

}  // namespace

std::vector<PlacedBeat> placedBeats(const SimulatedEcg& settings, const BeatShapes& shapes,
                                    double end) {
  std::vector<PlacedBeat> beats;
  if (settings.rhythm == Rhythm::none) return beats;
  const BeatClass usual = shapes.rhythm.paced ? BeatClass::paced : BeatClass::normal;
  Random intervals(settings.seed, 1), ectopic(settings.seed, 2);
  bool premature = false;
  double now = settings.firstQrs, rr = 0;
  for (std::size_t k = 0; now < end; ++k) {
    premature = k > 0 && !premature && isEctopic(settings.ectopy, k, ectopic);
    PlacedBeat beat = {now, usual, &shapes.rhythm};
    if (premature)
      beat = {now - (1 - settings.ectopy.coupling) * rr, BeatClass::ventricular, &shapes.ectopic};
    if (beat.onset > 0 && beat.onset + beat.shape->waves.qrs.offset < end) beats.push_back(beat);
    rr = nextRr(settings, now, intervals);
    now += rr;
  }
  return beats;
}

std::vector<double> spikeTimes(const std::vector<PlacedBeat>& beats, bool dual) {
  std::vector<double> spikes;
  for (const PlacedBeat& beat : beats) {
    if (!beat.shape->paced) continue;
    const double before = latency + spikeDuration;
    if (dual && beat.shape->waves.p.found())
      spikes.push_back(beat.onset + beat.shape->waves.p.onset - before);
    spikes.push_back(beat.onset - before);
  }
  return spikes;
}

}  // namespace ecg::testing
