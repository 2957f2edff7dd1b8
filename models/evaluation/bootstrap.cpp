#include "models/evaluation/bootstrap.h"

#include <algorithm>
#include <cmath>

namespace founder {
namespace {

double quantile(const std::vector<double>& sorted, double share) {
  const double at = share * static_cast<double>(sorted.size() - 1);
  const auto below = static_cast<std::size_t>(std::floor(at));
  const std::size_t above = std::min(below + 1, sorted.size() - 1);
  return sorted[below] + (at - static_cast<double>(below)) * (sorted[above] - sorted[below]);
}

}  // namespace

void resample(Random& random, Weights& weights) {
  std::fill(weights.begin(), weights.end(), 0u);
  const auto count = static_cast<std::uint32_t>(weights.size());
  for (std::uint32_t i = 0; i < count; ++i) ++weights[random.below(count)];
}

std::optional<Interval> percentileInterval(std::vector<double> values, std::size_t replicates) {
  if (values.empty() || values.size() * 2 < replicates) return std::nullopt;
  std::sort(values.begin(), values.end());
  return Interval{quantile(values, 0.025), quantile(values, 0.975)};
}

}  // namespace founder
