#pragma once

#include <optional>

#include "models/evaluation/ranking.h"

namespace founder {

/// Counts at an operating point: a recording is called positive where its logit is at least the
/// point's.
struct Confusion {
  std::uint64_t truePositives = 0, falsePositives = 0, trueNegatives = 0, falseNegatives = 0;
};

Confusion confusionAt(double logit, const Ranking& ranking, const Weights& weights);

// Each is empty where it would be 0/0.
std::optional<double> sensitivity(const Confusion& counts);  ///< TP / (TP + FN)
std::optional<double> specificity(const Confusion& counts);  ///< TN / (TN + FP)
std::optional<double> ppv(const Confusion& counts);          ///< TP / (TP + FP)
std::optional<double> npv(const Confusion& counts);          ///< TN / (TN + FN)
std::optional<double> f1(const Confusion& counts);           ///< 2 TP / (2 TP + FP + FN)

}  // namespace founder
