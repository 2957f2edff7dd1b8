#include "models/evaluation/confusion.h"

namespace founder {
namespace {

std::optional<double> ratio(std::uint64_t part, std::uint64_t whole) {
  if (whole == 0) return std::nullopt;
  return static_cast<double>(part) / static_cast<double>(whole);
}

}  // namespace

Confusion confusionAt(double logit, const Ranking& ranking, const Weights& weights) {
  Confusion out;
  std::uint64_t* const called[2] = {&out.falsePositives, &out.truePositives};
  std::uint64_t* const passed[2] = {&out.trueNegatives, &out.falseNegatives};
  std::size_t i = 0;
  for (; i < ranking.size() && ranking.logits[i] >= logit; ++i)
    *called[ranking.positive[i]] += weights[ranking.recordings[i]];
  for (; i < ranking.size(); ++i) *passed[ranking.positive[i]] += weights[ranking.recordings[i]];
  return out;
}

std::optional<double> sensitivity(const Confusion& c) {
  return ratio(c.truePositives, c.truePositives + c.falseNegatives);
}
std::optional<double> specificity(const Confusion& c) {
  return ratio(c.trueNegatives, c.trueNegatives + c.falsePositives);
}
std::optional<double> ppv(const Confusion& c) {
  return ratio(c.truePositives, c.truePositives + c.falsePositives);
}
std::optional<double> npv(const Confusion& c) {
  return ratio(c.trueNegatives, c.trueNegatives + c.falseNegatives);
}
std::optional<double> f1(const Confusion& c) {
  return ratio(2 * c.truePositives, 2 * c.truePositives + c.falsePositives + c.falseNegatives);
}

}  // namespace founder
