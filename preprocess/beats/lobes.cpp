#include "preprocess/beats/lobes.h"

#include <algorithm>
#include <cmath>

namespace ecg {

std::vector<Lobe> lobesOf(const std::vector<double>& slope, std::size_t from, std::size_t to) {
  std::vector<Lobe> lobes;
  to = std::min(to, slope.size());
  for (std::size_t i = from; i < to; ++i) {
    const double value = slope[i];
    const bool same = !lobes.empty() && (value >= 0) == (lobes.back().height >= 0);
    if (!same) {
      lobes.push_back({i, i + 1, i, value});
      continue;
    }
    Lobe& lobe = lobes.back();
    lobe.to = i + 1;
    if (std::abs(value) > std::abs(lobe.height)) lobe.at = i, lobe.height = value;
  }
  return lobes;
}

}  // namespace ecg
