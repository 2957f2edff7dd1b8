#include "preprocess/quality/duplicates.h"

#include <algorithm>
#include <cmath>

namespace ecg::quality {
namespace {

constexpr double sameFrom = 0.9999, nearlyFrom = 0.99;
constexpr double smallest = 0.1;    // mV
constexpr std::size_t glance = 64;  // samples that tell most leads apart

struct Sums {
  double x = 0, y = 0, xx = 0, yy = 0, xy = 0;
};

/// Correlated above `from` in every `stride`-th sample, at about the same size.
bool same(const std::vector<double>& a, const std::vector<double>& b, std::size_t stride,
          double from) {
  Sums sums;
  double n = 0;
  for (std::size_t t = 0; t < a.size(); t += stride, ++n) {
    sums.x += a[t];
    sums.y += b[t];
    sums.xx += a[t] * a[t];
    sums.yy += b[t] * b[t];
    sums.xy += a[t] * b[t];
  }
  const double xx = sums.xx - sums.x * sums.x / n, yy = sums.yy - sums.y * sums.y / n;
  const double xy = sums.xy - sums.x * sums.y / n;
  return xy > from * std::sqrt(xx * yy) && xx < 1.1 * yy && yy < 1.1 * xx;
}

bool moves(const Trace& trace) {
  if (trace.x.size() < 2) return false;
  const auto ends = std::minmax_element(trace.x.begin(), trace.x.end());
  return *ends.second - *ends.first > smallest;
}

}  // namespace

std::vector<std::pair<std::size_t, std::size_t>> duplicatesAmong(
    const std::vector<Trace>& traces, std::vector<std::size_t> candidates) {
  candidates.erase(std::remove_if(candidates.begin(), candidates.end(),
                                  [&](std::size_t lead) { return !moves(traces[lead]); }),
                   candidates.end());
  std::vector<std::pair<std::size_t, std::size_t>> pairs;
  for (std::size_t second = 1; second < candidates.size(); ++second)
    for (std::size_t first = 0; first < second; ++first) {
      const auto &a = traces[candidates[first]].x, &b = traces[candidates[second]].x;
      if (!same(a, b, 1 + a.size() / glance, nearlyFrom) || !same(a, b, 1, sameFrom)) continue;
      pairs.emplace_back(candidates[first], candidates[second]);
      break;
    }
  return pairs;
}

}  // namespace ecg::quality
