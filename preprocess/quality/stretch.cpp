#include "preprocess/quality/stretch.h"

#include <algorithm>
#include <cmath>

namespace ecg::quality {
namespace {

constexpr double workingRate = 500;   // Hz; above it samples are averaged in groups
constexpr std::size_t enough = 1000;  // samples to tell the median from

/// Means of groups of samples, of those that are numbers; NaN of a group without one.
std::vector<double> groupMeans(const Stretch& stretch, std::size_t group) {
  std::vector<double> means;
  means.reserve(stretch.n / group + 1);
  for (std::size_t begin = 0; begin < stretch.n; begin += group) {
    double sum = 0, count = 0;
    for (std::size_t t = begin; t < std::min(stretch.n, begin + group); ++t) {
      if (!std::isfinite(stretch.x[t])) continue;
      sum += stretch.x[t];
      ++count;
    }
    means.push_back(count == 1 ? sum : sum / count);
  }
  return means;
}

void bridgeGaps(std::vector<double>& x) {
  std::size_t known = x.size();  // the last number before t
  for (std::size_t t = 0; t < x.size(); ++t) {
    if (std::isnan(x[t])) continue;
    const std::size_t begin = known == x.size() ? 0 : known + 1;
    const double from = known == x.size() ? x[t] : x[known];
    for (std::size_t gap = begin; gap < t; ++gap)
      x[gap] = from + (x[t] - from) * static_cast<double>(gap - begin + 1) /
                          static_cast<double>(t - begin + 1);
    known = t;
  }
  const bool none = known == x.size();
  for (std::size_t t = none ? 0 : known + 1; t < x.size(); ++t) x[t] = none ? 0 : x[known];
}

}  // namespace

std::size_t Trace::samplesIn(double seconds) const {
  return static_cast<std::size_t>(std::max(1.0, std::round(seconds * samplingRate)));
}

Trace traceOf(const Stretch& stretch) {
  const auto group =
      static_cast<std::size_t>(std::max(1.0, std::floor(stretch.samplingRate / workingRate)));
  Trace trace;
  trace.samplingRate = stretch.samplingRate / static_cast<double>(group);
  trace.x = groupMeans(stretch, group);
  bridgeGaps(trace.x);
  std::vector<double> values;
  for (std::size_t t = 0; t < trace.x.size(); t += 1 + trace.x.size() / enough)
    values.push_back(trace.x[t]);
  const double middle = quantile(values, 0.5);
  for (double& value : trace.x) value -= middle;
  return trace;
}

double quantile(std::vector<double>& values, double at) {
  if (values.empty()) return 0;
  const auto rank =
      static_cast<std::ptrdiff_t>(std::lround(at * static_cast<double>(values.size() - 1)));
  std::nth_element(values.begin(), values.begin() + rank, values.end());
  return values[static_cast<std::size_t>(rank)];
}

std::vector<double> movingMean(const std::vector<double>& x, std::size_t width) {
  std::vector<double> out(x.size());
  const std::size_t before = width / 2, after = width - before;  // x[t - before, t + after)
  double sum = 0;
  std::size_t begin = 0, end = 0;
  for (std::size_t t = 0; t < x.size(); ++t) {
    for (; end < std::min(x.size(), t + after); ++end) sum += x[end];
    for (; begin + before < t; ++begin) sum -= x[begin];
    out[t] = sum / static_cast<double>(end - begin);
  }
  return out;
}

}  // namespace ecg::quality
