#include "preprocess/quality/baseline.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace ecg::quality {
namespace {

constexpr double blockSeconds = 0.05;
constexpr std::size_t side = 10;  // blocks on either side of a jump
constexpr std::size_t gap = 2;    // blocks that the jump itself may take
constexpr std::size_t wide = 12;  // blocks that a low-pass covers, twice
constexpr double stepFrom = 1;    // mV
constexpr double awayFrom = 1;    // mV

std::vector<double> blockMeans(const Trace& trace) {
  const std::size_t size = trace.samplesIn(blockSeconds);
  std::vector<double> means;
  for (std::size_t begin = 0; begin + size <= trace.x.size(); begin += size) {
    double sum = 0;
    for (std::size_t t = begin; t < begin + size; ++t) sum += trace.x[t];
    means.push_back(sum / static_cast<double>(size));
  }
  return means;
}

double medianOf(const double* values) {
  std::array<double, side> copy;
  std::copy(values, values + side, copy.begin());
  std::nth_element(copy.begin(), copy.begin() + side / 2, copy.end());
  return copy[side / 2];
}

void findSteps(const std::vector<double>& means, Baseline& baseline) {
  if (means.size() < 2 * side + gap) return;
  std::vector<double> medians;
  for (std::size_t b = 0; b + side <= means.size(); ++b) medians.push_back(medianOf(&means[b]));
  std::size_t free = 0;  // a jump is seen from many places and counted once
  for (std::size_t b = 0; b + side + gap < medians.size(); ++b) {
    const double step = std::abs(medians[b + side + gap] - medians[b]);
    baseline.step = std::max(baseline.step, step);
    if (step < stepFrom || b < free) continue;
    ++baseline.steps;
    free = b + side + gap;
  }
}

}  // namespace

Baseline baselineOf(const Trace& trace) {
  Baseline baseline;
  const std::vector<double> means = blockMeans(trace);
  const std::vector<double> slow = movingMean(movingMean(means, wide), wide);
  if (!slow.empty()) {
    const auto ends = std::minmax_element(slow.begin(), slow.end());
    baseline.wander = *ends.second - *ends.first;
    std::vector<double> values = slow;
    const double middle = quantile(values, 0.5);
    for (const double value : slow) baseline.away += std::abs(value - middle) > awayFrom;
    baseline.away /= static_cast<double>(slow.size());
  }
  findSteps(means, baseline);
  return baseline;
}

}  // namespace ecg::quality
