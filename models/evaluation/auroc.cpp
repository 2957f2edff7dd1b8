#include "models/evaluation/auroc.h"

namespace founder {

std::optional<double> auroc(const Ranking& ranking, const Weights& weights) {
  // Twice the number of pairs in the right order, in whole numbers: the same on every processor.
  std::uint64_t above = 0, tied[2] = {0, 0}, totals[2] = {0, 0}, twice = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    tied[ranking.positive[i]] += weights[ranking.recordings[i]];
    if (!ranking.lastOfTie[i]) continue;
    twice += tied[0] * (2 * above + tied[1]);
    above += tied[1];
    totals[0] += tied[0];
    totals[1] += tied[1];
    tied[0] = tied[1] = 0;
  }
  if (totals[0] == 0 || totals[1] == 0) return std::nullopt;
  return static_cast<double>(twice) /
         (2.0 * static_cast<double>(totals[0]) * static_cast<double>(totals[1]));
}

}  // namespace founder
