#include "models/evaluation/reliability.h"

#include <algorithm>
#include <cmath>

namespace founder {

Reliability reliability(const std::vector<double>& probabilities,
                        const std::vector<std::uint8_t>& positive, std::size_t bins) {
  Reliability out;
  out.bins.resize(bins);
  std::vector<double> sums(bins);
  for (std::size_t i = 0; i < probabilities.size(); ++i) {
    const double p = probabilities[i];
    const double distance = p - positive[i];
    out.brier += distance * distance;
    const auto bin = std::min(static_cast<std::size_t>(p * static_cast<double>(bins)), bins - 1);
    sums[bin] += p;
    ++out.bins[bin].n;
    out.bins[bin].positives += positive[i];
  }
  const auto total = static_cast<double>(probabilities.size());
  out.brier /= total;
  for (std::size_t i = 0; i < bins; ++i) {
    ReliabilityBin& bin = out.bins[i];
    bin.from = static_cast<double>(i) / static_cast<double>(bins);
    bin.to = static_cast<double>(i + 1) / static_cast<double>(bins);
    if (bin.n == 0) continue;
    const auto n = static_cast<double>(bin.n);
    bin.meanScore = sums[i] / n;
    bin.observed = static_cast<double>(bin.positives) / n;
    out.ece += n / total * std::fabs(*bin.meanScore - *bin.observed);
  }
  return out;
}

}  // namespace founder
