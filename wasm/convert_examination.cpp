#include <cmath>
#include <utility>
#include <vector>

#include "preprocess/examine.h"
#include "wasm/convert.h"
#include "wasm/recording_values.h"
#include "wasm/values.h"

namespace wasm {
namespace {

using ecg::Measurement;

/// Without the digits that arithmetic adds to what is known to far fewer.
double rounded(double value) { return std::round(value * 1e6) / 1e6; }

val finiteOrNull(double value) { return std::isfinite(value) ? val(rounded(value)) : val::null(); }

val fromMeasurement(const Measurement& measurement) {
  val out = val::object();
  out.set("value", finiteOrNull(measurement.value));
  out.set("spread", finiteOrNull(measurement.spread));
  out.set("beats", static_cast<double>(measurement.beats));
  if (!std::isfinite(measurement.value)) out.set("reason", measurement.reason);
  return out;
}

using Named = std::pair<const char*, const Measurement*>;

val fromNamed(std::initializer_list<Named> measurements) {
  val out = val::object();
  for (const auto& [name, measurement] : measurements) out.set(name, fromMeasurement(*measurement));
  return out;
}

val fromMeasurements(const ecg::Measurements& m) {
  val out = fromNamed({{"heartRate", &m.heartRate},
                       {"rr", &m.rr},
                       {"pr", &m.pr},
                       {"qrs", &m.qrs},
                       {"qt", &m.qt},
                       {"qtcFridericia", &m.qtc.fridericia},
                       {"qtcBazett", &m.qtc.bazett},
                       {"qtcFramingham", &m.qtc.framingham},
                       {"qtcHodges", &m.qtc.hodges}});
  out.set("axis", fromNamed({{"p", &m.axis.p}, {"qrs", &m.axis.qrs}, {"t", &m.axis.t}}));
  out.set("rhythm", m.rhythm.empty() ? val::null() : val(m.rhythm));
  const ecg::HypertrophyVoltages& lvh = m.hypertrophy;
  out.set("hypertrophy",
          fromNamed(
              {{"sokolowLyon", &lvh.sokolowLyon}, {"cornell", &lvh.cornell}, {"rAvl", &lvh.rAvl}}));
  const ecg::HeartRateVariability& hrv = m.variability;
  out.set("variability",
          fromNamed({{"sdnn", &hrv.sdnn}, {"rmssd", &hrv.rmssd}, {"pnn50", &hrv.pnn50}}));
  out.set("leads", array(m.leads, [](const ecg::LeadMeasurements& lead) {
            val item = fromNamed({{"p", &lead.p},
                                  {"q", &lead.q},
                                  {"r", &lead.r},
                                  {"s", &lead.s},
                                  {"t", &lead.t},
                                  {"st60", &lead.st60}});
            item.set("lead", lead.lead);
            return item;
          }));
  return out;
}

val fromQuality(const ecg::Quality& quality) {
  val out = val::object();
  out.set("verdict", val(ecg::verdictName(quality.verdict)));
  out.set("reasons", array(quality.reasons, [](const ecg::QualityReason& reason) {
            val item = val::object();
            item.set("code", reason.code);
            item.set("lead", reason.lead.empty() ? val::null() : val(reason.lead));
            item.set("message", reason.message);
            return item;
          }));
  return out;
}

/// Onset, peak and offset of P, QRS and T of each beat: a day has 100,000 beats, and one array.
val fromBeats(const std::vector<ecg::Beat>& beats) {
  std::vector<double> times;
  times.reserve(beats.size() * 9);
  for (const ecg::Beat& beat : beats)
    for (const ecg::Wave* wave : {&beat.waves.p, &beat.waves.qrs, &beat.waves.t})
      for (const double time : {wave->onset, wave->peak, wave->offset})
        times.push_back(rounded(time));
  val out = val::object();
  out.set("classes", array(beats, [](const ecg::Beat& beat) {
            return val(ecg::beatClassName(beat.beatClass));
          }));
  out.set("times", typedArray("Float64Array", times.data(), times.size()));
  return out;
}

val fromMedianBeats(const ecg::MedianBeats& median, const ecg::Recording& recording) {
  if (median.beats == 0) return val::null();
  val out = val::object();
  out.set("samplingRate", median.samplingRate);
  out.set("beats", static_cast<double>(median.beats));
  out.set("rPeak", static_cast<double>(median.rPeak));
  std::size_t at = 0;
  out.set("leads", array(median.leads, [&](std::size_t lead) {
            const std::vector<float>& samples = median.samples[at++];
            val item = val::object();
            item.set("lead", recording.leads[lead].name);
            item.set("samples", typedArray("Float32Array", samples.data(), samples.size()));
            return item;
          }));
  return out;
}

}  // namespace

val examine(val recording) {
  return guarded([&] {
    const ecg::Recording examined = toRecording(recording);
    const ecg::Examination examination = ecg::examine(examined);
    val out = val::object();
    out.set("quality", fromQuality(examination.quality));
    out.set("measurements", fromMeasurements(examination.measurements));
    out.set("beats", fromBeats(examination.beats.all));
    out.set("pacingSpikes", typedArray("Float64Array", examination.beats.spikes.data(),
                                       examination.beats.spikes.size()));
    out.set("medianBeat", fromMedianBeats(examination.medianBeats, examined));
    return out;
  });
}

}  // namespace wasm
