#include "preprocess/quality/agreement.h"

#include <algorithm>
#include <cmath>

namespace ecg::quality {
namespace {

constexpr double side = 0.1;  // s

/// Excerpts of a trace around times, each less its mean.
struct Excerpts {
  std::size_t length = 0;
  std::vector<double> x;  ///< [count, length]
  std::vector<double> ranges;
  std::vector<double> mean;

  std::size_t count() const { return ranges.size(); }
  const double* at(std::size_t index) const { return &x[index * length]; }
};

Excerpts cut(const Trace& trace, const std::vector<double>& times) {
  Excerpts cuts;
  const std::size_t half = trace.samplesIn(side);
  cuts.length = 2 * half + 1;
  cuts.mean.assign(cuts.length, 0);
  for (const double time : times) {
    const double center = std::round(time * trace.samplingRate);
    if (!(center >= static_cast<double>(half)) ||
        center + static_cast<double>(half) >= static_cast<double>(trace.x.size()))
      continue;
    const double* from = &trace.x[static_cast<std::size_t>(center) - half];
    double sum = 0;
    for (std::size_t i = 0; i < cuts.length; ++i) sum += from[i];
    const double mean = sum / static_cast<double>(cuts.length);
    for (std::size_t i = 0; i < cuts.length; ++i) {
      cuts.x.push_back(from[i] - mean);
      cuts.mean[i] += from[i] - mean;
    }
    const auto ends = std::minmax_element(from, from + cuts.length);
    cuts.ranges.push_back(*ends.second - *ends.first);
  }
  for (double& value : cuts.mean) value /= std::max<double>(1, static_cast<double>(cuts.count()));
  return cuts;
}

double squares(const double* x, std::size_t n) {
  double sum = 0;
  for (std::size_t i = 0; i < n; ++i) sum += x[i] * x[i];
  return sum;
}

/// Correlation of a cut with the mean of the others, from sums over it and over the mean of all.
double correlationWithOthers(const Excerpts& cuts, std::size_t index) {
  const double* x = cuts.at(index);
  const auto count = static_cast<double>(cuts.count());
  double product = 0, others = 0;
  for (std::size_t i = 0; i < cuts.length; ++i) {
    const double rest = count * cuts.mean[i] - x[i];
    product += x[i] * rest;
    others += rest * rest;
  }
  const double size = std::sqrt(squares(x, cuts.length) * others);
  return size > 0 ? product / size : 0;
}

double residual(const Excerpts& cuts, std::size_t index) {
  const double* x = cuts.at(index);
  double sum = 0;
  for (std::size_t i = 0; i < cuts.length; ++i)
    sum += (x[i] - cuts.mean[i]) * (x[i] - cuts.mean[i]);
  return sum;
}

}  // namespace

Agreement agreementOf(const Trace& trace, const std::vector<double>& qrs) {
  Excerpts cuts = cut(trace, qrs);
  Agreement agreement;
  agreement.beats = cuts.count();
  std::vector<double> correlations, residuals;
  for (std::size_t k = 0; k < cuts.count() && cuts.count() >= 3; ++k) {
    correlations.push_back(correlationWithOthers(cuts, k));
    residuals.push_back(residual(cuts, k));
  }
  agreement.amplitude = quantile(cuts.ranges, 0.5);
  agreement.correlation = quantile(correlations, 0.5);
  const double left = quantile(residuals, 0.5), held = squares(cuts.mean.data(), cuts.length);
  if (left > 0 && held > 0) agreement.snr = 10 * std::log10(held / left);
  agreement.mean = std::move(cuts.mean);
  return agreement;
}

}  // namespace ecg::quality
