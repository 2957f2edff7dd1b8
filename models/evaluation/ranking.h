#pragma once

#include <cstdint>
#include <vector>

namespace founder {

/// The recordings for which a label is known and scored, from the highest logit to the lowest. Sorted
/// once; a bootstrap replicate then only changes how often each recording counts.
struct Ranking {
  std::vector<double> logits;
  std::vector<std::uint8_t> positive;     ///< 1 where the label is present
  std::vector<std::uint8_t> lastOfTie;    ///< 1 where the next logit is lower, or there is none
  std::vector<std::uint32_t> recordings;  ///< the recording's index into the weights

  std::size_t size() const { return logits.size(); }
};

/// How often each recording counts, by its index: all 1 for the recordings as they are.
using Weights = std::vector<std::uint32_t>;

struct ScoredOutcome {
  double logit;  ///< finite
  bool positive;
  std::uint32_t recording;
};

Ranking rank(std::vector<ScoredOutcome> outcomes);

struct ClassCounts {
  std::uint64_t positives = 0;
  std::uint64_t negatives = 0;
  bool bothClasses() const { return positives > 0 && negatives > 0; }
};

ClassCounts countClasses(const Ranking& ranking, const Weights& weights);

}  // namespace founder
