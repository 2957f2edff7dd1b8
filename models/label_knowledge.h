#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace founder {

/// How well one label of one model was measured to separate the ECGs that have it.
struct Evidence {
  std::string dataset;  ///< empty if the report does not name it
  std::uint64_t n = 0;
  std::uint64_t positives = 0;
  std::optional<double> auroc;  ///< none where it cannot be computed
  /// Limits of its confidence interval.
  std::optional<double> aurocLow, aurocHigh;
};

/// Platt scaling: probability = sigmoid(a * logit + b).
struct Platt {
  double a = 1, b = 0;
};

/// What is known of one label of one model beyond its score.
struct LabelKnowledge {
  std::string label;
  std::optional<Evidence> evidence;
  std::optional<Platt> platt;
  std::optional<double> operatingPoint;  ///< a score: at or above it the label counts as present
};

}  // namespace founder
