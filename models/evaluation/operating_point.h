#pragma once

#include <optional>
#include <string_view>

#include "models/evaluation/ranking.h"

namespace founder {

/// Where a label is called present: at this logit and above.
struct OperatingPoint {
  double score = 0.5;  ///< sigmoid of the logit
  double logit = 0;
};

/// How an operating point is chosen among the scores that occur.
struct Criterion {
  enum class Kind { youden, f1, sensitivity } kind = Kind::youden;
  double targetSensitivity = 0.9;  ///< for Kind::sensitivity, 0 < t <= 1
};

/// `youden` or `f1`. @throws ModelError `bad-option`
Criterion criterionFromName(std::string_view name);

/// The highest point that maximises Youden's J = sensitivity + specificity - 1 (Youden, Cancer 1950)
/// or F1, or the highest that reaches the target sensitivity. Empty where there is only one class.
std::optional<OperatingPoint> fitOperatingPoint(const Ranking& ranking, const Criterion& criterion);

}  // namespace founder
