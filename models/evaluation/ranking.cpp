#include "models/evaluation/ranking.h"

#include <algorithm>

namespace founder {

Ranking rank(std::vector<ScoredOutcome> outcomes) {
  std::sort(outcomes.begin(), outcomes.end(), [](const ScoredOutcome& a, const ScoredOutcome& b) {
    return a.logit != b.logit ? a.logit > b.logit : a.recording < b.recording;
  });
  Ranking out;
  for (std::size_t i = 0; i < outcomes.size(); ++i) {
    out.logits.push_back(outcomes[i].logit);
    out.positive.push_back(outcomes[i].positive);
    out.recordings.push_back(outcomes[i].recording);
    out.lastOfTie.push_back(i + 1 == outcomes.size() || outcomes[i + 1].logit < outcomes[i].logit);
  }
  return out;
}

ClassCounts countClasses(const Ranking& ranking, const Weights& weights) {
  std::uint64_t counts[2] = {0, 0};
  for (std::size_t i = 0; i < ranking.size(); ++i)
    counts[ranking.positive[i]] += weights[ranking.recordings[i]];
  return {counts[1], counts[0]};
}

}  // namespace founder
