#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "models/evaluation/bootstrap.h"
#include "models/evaluation/calibration.h"
#include "models/evaluation/matched.h"
#include "models/evaluation/reliability.h"

namespace founder {

/// A figure and its 95 % interval; empty where it cannot be had.
struct Estimate {
  std::optional<double> value;
  std::optional<Interval> interval;
};

/// The figures of a label that are bootstrapped, in the report's order.
inline constexpr std::array<std::string_view, 7> metricNames = {
    "auroc", "auprc", "sensitivity", "specificity", "ppv", "npv", "f1"};
using Metrics = std::array<Estimate, metricNames.size()>;

/// Where a label is called present, and where that comes from: `calibration`, `fit-on` or `default`.
struct ChosenPoint {
  OperatingPoint point;
  std::string source = "default";
};
using ChosenPoints = std::map<std::string, ChosenPoint>;

struct LabelEvaluation {
  std::string label;
  std::uint64_t positives = 0, n = 0;  ///< recordings where it is known and scored
  Metrics metrics;
  ChosenPoint point;
  std::size_t droppedReplicates = 0;  ///< for they had one class only
  std::optional<Reliability> scores;      ///< of sigmoid(logit), read as a probability
  std::optional<Reliability> calibrated;  ///< of the calibrated probability, where there is one
  std::string reason;                     ///< why there are no figures; else empty
};

struct Evaluation {
  std::vector<LabelEvaluation> labels;
  Estimate meanAuroc, meanAuprc;  ///< over the labels that have one
  std::size_t meanLabels = 0;
  std::vector<Problem> problems;
};

struct EvaluationOptions {
  std::size_t replicates = 1000;  ///< of the bootstrap, 0 for none
  std::uint64_t seed = 1;
  std::size_t bins = 10;  ///< of the reliability table
};

/// Evaluates every label that the table and the scores have in common.
///
/// The bootstrap draws recordings, the same for every label of a replicate. A replicate in which a
/// label has one class only is dropped for that label; the mean of a replicate is over the labels
/// that it was not dropped for.
/// @param calibration for `calibrated`; may be null
Evaluation evaluate(const LabelTable& labels, const ScoreTable& scores, const Matched& matched,
                    const ChosenPoints& points, const Calibration* calibration,
                    const EvaluationOptions& options = {});

}  // namespace founder
