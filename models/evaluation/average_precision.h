#pragma once

#include <optional>

#include "models/evaluation/ranking.h"

namespace founder {

/// Average precision as scikit-learn defines it: the sum over distinct thresholds of the precision
/// there times the recall gained, with no interpolation. Empty where there is only one class.
std::optional<double> averagePrecision(const Ranking& ranking, const Weights& weights);

}  // namespace founder
