#include "models/evaluation/operating_point.h"

#include <algorithm>
#include <limits>

#include "models/error.h"
#include "models/evaluation/logistic.h"
#include "models/quote.h"

namespace founder {
namespace {

double worth(double hits, double alarms, double positives, double negatives, const Criterion& by) {
  switch (by.kind) {
    case Criterion::Kind::f1:
      return 2 * hits / (hits + alarms + positives);
    case Criterion::Kind::sensitivity:
      return hits >= by.targetSensitivity * positives - 1e-9 ? 1 : 0;
    default:
      // J times both class sizes: whole numbers, so that ties are ties.
      return hits * negatives - alarms * positives;
  }
}

}  // namespace

Criterion criterionFromName(std::string_view name) {
  if (name == "youden") return {};
  if (name == "f1") return {Criterion::Kind::f1};
  throw ModelError("bad-option", "The criterion is " + quote(name) + ": give youden or f1.");
}

std::optional<OperatingPoint> fitOperatingPoint(const Ranking& ranking, const Criterion& criterion) {
  const auto positives = static_cast<double>(
      std::count(ranking.positive.begin(), ranking.positive.end(), std::uint8_t{1}));
  const double negatives = static_cast<double>(ranking.size()) - positives;
  if (positives == 0 || negatives == 0) return std::nullopt;
  double hits = 0, alarms = 0, best = -std::numeric_limits<double>::infinity();
  std::size_t at = 0;
  for (std::size_t i = 0; i < ranking.size(); ++i) {
    (ranking.positive[i] ? hits : alarms) += 1;
    if (!ranking.lastOfTie[i]) continue;
    const double value = worth(hits, alarms, positives, negatives, criterion);
    if (value <= best) continue;
    best = value;
    at = i;
  }
  return OperatingPoint{sigmoid(ranking.logits[at]), ranking.logits[at]};
}

}  // namespace founder
