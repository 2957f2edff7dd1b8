#pragma once

#include <optional>

#include "models/evaluation/ranking.h"

namespace founder {

/// probability = sigmoid(a * logit + b)
struct PlattScaling {
  double a = 1, b = 0;
};

/// Platt scaling (Platt, Advances in Large Margin Classifiers 1999): the maximum of the likelihood
/// with his targets, (P+1)/(P+2) for a positive and 1/(N+2) for a negative, which keep it finite
/// where the classes are separated. By Newton's method with backtracking in the stable form of Lin,
/// Lin and Weng (Machine Learning 2007), until a step no longer changes a and b.
///
/// Empty where the logits are all the same.
std::optional<PlattScaling> fitPlatt(const Ranking& ranking);

}  // namespace founder
