#include "models/evaluation/average_precision.h"

namespace founder {

std::optional<double> averagePrecision(const Ranking& ranking, const Weights& weights) {
  std::uint64_t positives = 0, all = 0, gained = 0;
  double sum = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    const std::uint64_t weight = weights[ranking.recordings[i]];
    all += weight;
    gained += ranking.positive[i] ? weight : 0;
    if (!ranking.lastOfTie[i] || gained == 0) continue;
    positives += gained;
    sum += static_cast<double>(gained) * static_cast<double>(positives) / static_cast<double>(all);
    gained = 0;
  }
  if (positives == 0 || positives == all) return std::nullopt;
  return sum / static_cast<double>(positives);
}

}  // namespace founder
