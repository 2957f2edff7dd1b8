#pragma once

#include <optional>

#include "models/evaluation/ranking.h"

namespace founder {

/// Area under the ROC curve: the share of pairs of a positive and a negative in which the positive
/// has the higher score, a tie counting one half (the Mann-Whitney statistic with midranks; Hanley
/// and McNeil, Radiology 1982). Empty where there is only one class.
std::optional<double> auroc(const Ranking& ranking, const Weights& weights);

}  // namespace founder
