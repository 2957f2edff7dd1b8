#include "tests/support/beat_checks.h"

#include <algorithm>
#include <cmath>
#include <cstdio>

#include "preprocess/beats/beats.h"

namespace ecg::testing {
namespace {

std::size_t without(const Beats& these, const Beats& those) {
  constexpr double window = 0.15;
  return static_cast<std::size_t>(
      std::count_if(these.all.begin(), these.all.end(), [&](const Beat& beat) {
        return std::none_of(those.all.begin(), those.all.end(), [&](const Beat& other) {
          return std::abs(beat.waves.qrs.peak - other.waves.qrs.peak) <= window;
        });
      }));
}

}  // namespace

Recovered recover(const SimulatedEcg& settings) {
  Recovered out = {simulate(settings), {}, {}};
  out.beats = findBeats(out.simulated.recording);
  out.measured = measure(out.simulated.recording, out.beats);
  return out;
}

Mismatch mismatch(const Beats& truth, const Beats& found) {
  return {without(truth, found), without(found, truth)};
}

void Errors::add(const Measurement& found, double truth, double unit) {
  const bool measured = std::isfinite(found.value), true_ = std::isfinite(truth);
  if (measured && true_) add((found.value - truth) / unit);
  if (measured != true_) ++missing_;
}

void Errors::addAngle(const Measurement& found, double truth) {
  Measurement away = found;
  away.value = std::remainder(found.value - truth, 360);
  add(away, std::isfinite(truth) ? 0 : truth);
}

double Errors::mean() const {
  double sum = 0;
  for (double error : errors_) sum += error;
  return errors_.empty() ? 0 : sum / static_cast<double>(errors_.size());
}

double Errors::deviation() const {
  const double centre = mean();
  double squares = 0;
  for (double error : errors_) squares += (error - centre) * (error - centre);
  return errors_.empty() ? 0 : std::sqrt(squares / static_cast<double>(errors_.size()));
}

double Errors::worst() const {
  double worst = 0;
  for (double error : errors_)
    if (std::abs(error) > std::abs(worst)) worst = error;
  return worst;
}

double Errors::within(double limit) const {
  const auto good = std::count_if(errors_.begin(), errors_.end(),
                                  [&](double error) { return std::abs(error) <= limit; });
  return errors_.empty() ? 0 : static_cast<double>(good) / static_cast<double>(errors_.size());
}

std::string Errors::summary() const {
  char line[120];
  std::snprintf(line, sizeof line, "mean %6.2f, SD %5.2f, worst %6.2f of %zu, %zu missing", mean(),
                deviation(), worst(), count(), missing());
  return line;
}

void MeasurementErrors::add(const Recovered& recovered) {
  const Measurements& found = recovered.measured;
  const EcgTruth& truth = recovered.simulated.truth;
  heartRate.add(found.heartRate, truth.heartRate);
  pr.add(found.pr, truth.pr);
  qrs.add(found.qrs, truth.qrs);
  qt.add(found.qt, truth.qt);
  pAxis.addAngle(found.axis.p, truth.pAxis);
  qrsAxis.addAngle(found.axis.qrs, truth.qrsAxis);
  tAxis.addAngle(found.axis.t, truth.tAxis);
  constexpr double large = 0.2, microvolt = 0.001;
  for (std::size_t l = 0; l < found.leads.size(); ++l) {
    const LeadTruth& lead = truth.leads[l];
    if (lead.r >= large) r.add(found.leads[l].r, lead.r, lead.r / 100);
    if (lead.s <= -large) s.add(found.leads[l].s, lead.s, -lead.s / 100);
    st60.add(found.leads[l].st60, lead.st60, microvolt);
  }
}

std::string MeasurementErrors::table() const {
  std::string out;
  for (const auto& [name, errors] :
       {std::pair("heart rate", &heartRate), std::pair("PR", &pr), std::pair("QRS", &qrs),
        std::pair("QT", &qt), std::pair("P axis", &pAxis), std::pair("QRS axis", &qrsAxis),
        std::pair("T axis", &tAxis), std::pair("R, %", &r), std::pair("S, %", &s),
        std::pair("ST60, uV", &st60)})
    out += std::string("\n  ") + name + ": " + errors->summary();
  return out;
}

}  // namespace ecg::testing
