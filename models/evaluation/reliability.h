#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace founder {

/// The recordings whose probability is in [from, to); the last bin includes 1.
struct ReliabilityBin {
  double from = 0, to = 0;
  std::uint64_t n = 0, positives = 0;
  std::optional<double> meanScore;  ///< empty where the bin is
  std::optional<double> observed;   ///< the share of positives
};

/// How far numbers between 0 and 1 can be read as probabilities.
struct Reliability {
  double brier = 0;  ///< mean of (p - outcome)^2 (Brier, Monthly Weather Review 1950)
  double ece = 0;    ///< mean of |mean p - share of positives| over the bins, weighted by their size
  std::vector<ReliabilityBin> bins;
};

/// Expected calibration error and the reliability table over bins of equal width: p is in bin
/// floor(p * bins) (Naeini et al., AAAI 2015).
///
/// @param probabilities in [0, 1], at least one
/// @param positive as many
Reliability reliability(const std::vector<double>& probabilities,
                        const std::vector<std::uint8_t>& positive, std::size_t bins = 10);

}  // namespace founder
