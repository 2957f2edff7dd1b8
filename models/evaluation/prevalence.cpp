#include "models/evaluation/prevalence.h"

namespace founder {

double estimatePrevalence(const std::vector<double>& probabilities, double before) {
  // The likelihood ratios of present and absent, up to a common factor.
  const auto slope = [&](double prevalence) {
    double sum = 0;
    for (const double p : probabilities) {
      const double present = p / before, absent = (1 - p) / (1 - before);
      const double both = prevalence * present + (1 - prevalence) * absent;
      sum += (present - absent) / both;
    }
    return sum;
  };
  if (!(slope(0) > 0)) return 0;
  if (!(slope(1) < 0)) return 1;
  double low = 0, high = 1;
  for (int i = 0; i < 200; ++i) {
    const double middle = low + (high - low) / 2;
    if (middle <= low || middle >= high) break;
    (slope(middle) > 0 ? low : high) = middle;
  }
  return low + (high - low) / 2;
}

}  // namespace founder
