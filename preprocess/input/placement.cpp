#include "preprocess/input/placement.h"

#include <cmath>

namespace ecg {

std::vector<std::size_t> windowStarts(const Placement& placement) {
  if (placement.length <= placement.window) return {0};
  const std::size_t last = placement.length - placement.window;
  std::vector<std::size_t> starts;
  for (std::size_t k = 0;; ++k) {
    const double start = std::nearbyint(static_cast<double>(k) * placement.stride);
    if (start > static_cast<double>(last)) break;
    starts.push_back(static_cast<std::size_t>(start));
  }
  if (static_cast<double>(last - starts.back()) > placement.slack) starts.push_back(last);
  return starts;
}

double windowCountEstimate(const Placement& placement) {
  if (placement.length <= placement.window) return 1;
  return static_cast<double>(placement.length - placement.window) / placement.stride + 2;
}

}  // namespace ecg
