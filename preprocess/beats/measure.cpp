#include "preprocess/beats/measure.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/axes.h"
#include "preprocess/beats/statistics.h"
#include "preprocess/beats/variability.h"

namespace ecg {
namespace {

constexpr double milliseconds = 1000;

/// The normal beats; none where a pacemaker drives most beats, since those few are rather paced
/// ones whose spike was missed.
std::vector<std::size_t> normalBeats(const Beats& beats) {
  std::vector<std::size_t> out;
  for (std::size_t b = 0; b < beats.all.size(); ++b)
    if (beats.all[b].beatClass == BeatClass::normal) out.push_back(b);
  if (out.size() < beats.spikes.size()) out.clear();
  return out;
}

/// An interval of each normal beat that has it.
template <typename Interval>
Measurement interval(const Beats& beats, const std::vector<std::size_t>& normal, Interval of,
                     const char* wave) {
  std::vector<double> values;
  for (std::size_t b : normal) {
    const double value = of(beats.all[b].waves) * milliseconds;
    if (std::isfinite(value)) values.push_back(value);
  }
  if (normal.empty())
    return unmeasured(
        {beats.spikes.empty() ? "No normal beat was found." : "A pacemaker drives the beats."});
  if (values.size() * 2 < normal.size())
    return unmeasured(
        {wave, " was found in ", values.size(), " of ", normal.size(), " normal beats only."});
  return measured(values);
}

Measurement heartRateOf(const Measurement& rr, const std::vector<double>& intervals) {
  if (!rr.reason.empty()) return unmeasured({rr.reason});
  std::vector<double> rates;
  double sum = 0;
  for (double interval : intervals) {
    rates.push_back(60 / interval);
    sum += interval;
  }
  Measurement rate = measured(rates);
  rate.value = 60 * static_cast<double>(intervals.size()) / sum;
  return rate;
}

std::vector<double> rrIntervals(const Beats& beats) {
  std::vector<double> intervals;
  for (std::size_t b = 1; b < beats.all.size(); ++b)
    intervals.push_back(beats.all[b].waves.qrs.onset - beats.all[b - 1].waves.qrs.onset);
  return intervals;
}

Measurement rrOf(std::vector<double> intervals) {
  if (intervals.empty()) return unmeasured({"Fewer than two beats were found."});
  for (double& interval : intervals) interval *= milliseconds;
  return measured(intervals);
}

template <typename Correction>
Measurement corrected(const Measurement& qt, const Measurement& rate, Correction correct) {
  if (!qt.reason.empty()) return unmeasured({qt.reason});
  if (!rate.reason.empty()) return unmeasured({rate.reason});
  Measurement out = qt;
  out.value = correct(qt.value, 60 / rate.value);
  out.spread = correct(qt.value + qt.spread, 60 / rate.value) - out.value;
  return out;
}

CorrectedQt correctedQt(const Measurement& qt, const Measurement& rate) {
  return {corrected(qt, rate, [](double ms, double rr) { return ms / std::sqrt(rr); }),
          corrected(qt, rate, [](double ms, double rr) { return ms / std::cbrt(rr); }),
          corrected(qt, rate, [](double ms, double rr) { return ms + 154 * (1 - rr); }),
          corrected(qt, rate, [](double ms, double rr) { return ms + 1.75 * (60 / rr - 60); })};
}

Measurement amplitude(const LeadBeats& lead, const std::vector<std::size_t>& normal,
                      float BeatAmplitudes::*wave) {
  std::vector<double> values;
  for (std::size_t b : normal)
    if (std::isfinite(lead.amplitudes[b].*wave)) values.push_back(lead.amplitudes[b].*wave);
  return values.empty() ? unmeasured({"No normal beat has it."}) : measured(values);
}

std::vector<LeadMeasurements> leadsOf(const Recording& recording, const Beats& beats,
                                      const std::vector<std::size_t>& normal) {
  std::vector<LeadMeasurements> out;
  for (const LeadBeats& lead : beats.leads) {
    const auto of = [&](float BeatAmplitudes::*wave) { return amplitude(lead, normal, wave); };
    out.push_back({recording.leads[lead.lead].name, of(&BeatAmplitudes::p), of(&BeatAmplitudes::q),
                   of(&BeatAmplitudes::r), of(&BeatAmplitudes::s), of(&BeatAmplitudes::t),
                   of(&BeatAmplitudes::st60)});
  }
  return out;
}

}  // namespace

Measurements measure(const Recording& recording, const Beats& beats) {
  Measurements out;
  const std::vector<std::size_t> normal = normalBeats(beats);
  const std::vector<double> intervals = rrIntervals(beats);
  out.rr = rrOf(intervals);
  out.heartRate = heartRateOf(out.rr, intervals);
  out.pr = interval(
      beats, normal, [](const BeatWaves& w) { return w.qrs.onset - w.p.onset; }, "A P wave");
  out.qrs = interval(
      beats, normal, [](const BeatWaves& w) { return w.qrs.offset - w.qrs.onset; }, "A QRS");
  out.qt = interval(
      beats, normal, [](const BeatWaves& w) { return w.t.offset - w.qrs.onset; }, "A T wave");
  out.qtc = correctedQt(out.qt, out.heartRate);
  out.axis = axesOf(recording, beats, normal);
  out.leads = leadsOf(recording, beats, normal);
  out.hypertrophy = hypertrophyVoltages(out.leads);
  out.variability = variabilityOf(beats);
  out.rhythm = rhythmOf(beats);
  return out;
}

}  // namespace ecg
