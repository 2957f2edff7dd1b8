#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "models/evaluation/operating_point.h"
#include "models/evaluation/problem.h"

namespace founder {

/// What a label's scores mean at one site.
struct LabelCalibration {
  std::string label;
  std::optional<double> a, b;        ///< both or neither: probability = sigmoid(a * logit + b)
  std::optional<double> prevalence;  ///< share of positives among `n`, 0 < p < 1 where there is an a
  std::uint64_t n = 0;               ///< recordings it was fitted on
  std::optional<std::uint64_t> positives;  ///< empty where they were not labelled
  std::optional<OperatingPoint> operatingPoint;

  /// The calibrated probability of a logit; empty where the label has no a and b.
  std::optional<double> probability(double logit) const;
};

/// What `ecgfounder calibrate` writes: good for the scores of one model, prepared and aggregated one
/// way.
struct Calibration {
  std::string modelName;  ///< empty where it is not known
  std::string modelSha256;
  std::string preset;
  std::string aggregate;  ///< `max` or `mean`, see aggregate.h
  std::string options;    ///< further options of the preparation; empty for the usual ones
  std::string method;     ///< `platt` or `prevalence-em`
  std::vector<LabelCalibration> labels;
  std::vector<Problem> problems;

  /// The label's entry, or null.
  const LabelCalibration* find(const std::string& label) const;
};

/// Reads what writeCalibration() wrote; an unknown key is passed over.
/// @throws ModelError `not-a-calibration` (no JSON, or another format), `newer-calibration`,
///   `bad-calibration` (the sentence names the field)
Calibration readCalibration(const std::string& text);

/// JSON: `{"format": "ecgfounder-calibration", "version": 1, ...}`.
std::string writeCalibration(const Calibration& calibration);

}  // namespace founder
