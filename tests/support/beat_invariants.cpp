#include "tests/support/beat_invariants.h"

#include <cmath>

#include "preprocess/beats/beats.h"
#include "preprocess/beats/detect.h"

namespace ecg::testing {
namespace {

bool inOrder(const Wave& wave, double end) {
  const bool known = wave.onset == wave.onset && wave.offset == wave.offset;
  if (!wave.found()) return wave.onset != wave.onset && wave.offset != wave.offset;
  return known && 0 <= wave.onset && wave.onset <= wave.peak && wave.peak <= wave.offset &&
         wave.offset <= end;
}

/// @param margin s, that a wave may reach into the next one
std::string wavesViolation(const BeatWaves& waves, double end, double margin) {
  for (const Wave* wave : {&waves.p, &waves.qrs, &waves.t})
    if (!inOrder(*wave, end)) return "a wave's marks are not in order, or not in the recording";
  if (waves.p.found() && waves.qrs.found() && waves.p.offset > waves.qrs.onset + margin)
    return "a P wave ends after the QRS begins";
  if (waves.t.found() && waves.qrs.found() && waves.t.onset < waves.qrs.offset - margin)
    return "a T wave begins before the QRS ends";
  return "";
}

std::string beatsViolation(const Recording& recording, const Beats& beats) {
  // The last sample's place is rounded up at the rate at which beats are found.
  const double end = recording.durationSeconds() + 0.002;
  for (std::size_t b = 0; b < beats.all.size(); ++b) {
    const BeatWaves& waves = beats.all[b].waves;
    if (!waves.qrs.found()) return "a beat without a QRS";
    if (b > 0 && waves.qrs.onset <= beats.all[b - 1].waves.qrs.onset) return "beats do not ascend";
    const std::string wrong = wavesViolation(waves, end, 0);
    if (!wrong.empty()) return wrong;
  }
  for (const LeadBeats& lead : beats.leads) {
    if (lead.lead >= recording.leads.size()) return "a lead that the recording has not";
    if (lead.waves.size() != beats.all.size() || lead.amplitudes.size() != beats.all.size())
      return "a lead has not as many beats as all leads together";
    for (const BeatWaves& waves : lead.waves) {
      const std::string wrong = wavesViolation(waves, end, 0.03);
      if (!wrong.empty()) return "in a lead: " + wrong;
    }
  }
  return "";
}

std::string violation(const char* name, const Measurement& m) {
  const std::string of = std::string(name) + ": ";
  if (std::isfinite(m.value) == !m.reason.empty()) return of + "neither a value nor a reason";
  if (std::isinf(m.value) || std::isinf(m.spread)) return of + "infinite";
  return "";
}

std::string violations(const Measurements& m) {
  const std::pair<const char*, const Measurement*> all[] = {{"heart rate", &m.heartRate},
                                                            {"RR", &m.rr},
                                                            {"PR", &m.pr},
                                                            {"QRS", &m.qrs},
                                                            {"QT", &m.qt},
                                                            {"Bazett", &m.qtc.bazett},
                                                            {"Fridericia", &m.qtc.fridericia},
                                                            {"Framingham", &m.qtc.framingham},
                                                            {"Hodges", &m.qtc.hodges},
                                                            {"P axis", &m.axis.p},
                                                            {"QRS axis", &m.axis.qrs},
                                                            {"T axis", &m.axis.t},
                                                            {"Sokolow", &m.hypertrophy.sokolowLyon},
                                                            {"Cornell", &m.hypertrophy.cornell},
                                                            {"RaVL", &m.hypertrophy.rAvl},
                                                            {"SDNN", &m.variability.sdnn},
                                                            {"RMSSD", &m.variability.rmssd},
                                                            {"pNN50", &m.variability.pnn50}};
  std::string wrong;
  for (const auto& [name, measurement] : all)
    if (wrong.empty()) wrong = violation(name, *measurement);
  for (const Measurement* spread : {&m.heartRate, &m.rr, &m.pr, &m.qrs, &m.qt})
    if (wrong.empty() && spread->beats >= 2 && !std::isfinite(spread->spread))
      wrong = "no spread over several beats";
  for (const LeadMeasurements& lead : m.leads)
    for (const Measurement* one : {&lead.p, &lead.q, &lead.r, &lead.s, &lead.t, &lead.st60})
      if (wrong.empty()) wrong = violation("in a lead", *one);
  return wrong;
}

}  // namespace

std::string beatViolation(const Recording& recording) {
  double last = -1;
  for (double time : detectQrs(recording)) {
    if (!(time > last) || time > recording.durationSeconds()) return "QRS times do not ascend";
    last = time;
  }
  const Beats beats = findBeats(recording);
  const std::string wrong = beatsViolation(recording, beats);
  return wrong.empty() ? violations(measure(recording, beats)) : wrong;
}

}  // namespace ecg::testing
