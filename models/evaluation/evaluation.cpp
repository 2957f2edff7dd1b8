#include "models/evaluation/evaluation.h"

#include "models/evaluation/auroc.h"
#include "models/evaluation/average_precision.h"
#include "models/evaluation/confusion.h"
#include "models/quote.h"

namespace founder {
namespace {

using Values = std::array<std::optional<double>, metricNames.size()>;

/// A label on its way: its recordings in order, and what the replicates gave.
struct Work {
  LabelEvaluation* out = nullptr;
  Ranking ranking;
  std::array<std::vector<double>, metricNames.size()> replicates;
};

Values measure(const Work& work, const Weights& weights) {
  const Confusion counts = confusionAt(work.out->point.point.logit, work.ranking, weights);
  return {auroc(work.ranking, weights), averagePrecision(work.ranking, weights),
          sensitivity(counts),          specificity(counts),
          ppv(counts),                  npv(counts),
          f1(counts)};
}

Reliability reliabilityOf(const Ranking& ranking, const LabelCalibration* calibration,
                          std::size_t bins) {
  std::vector<double> probabilities;
  for (const double logit : ranking.logits)
    probabilities.push_back(calibration ? *calibration->probability(logit) : sigmoid(logit));
  return reliability(probabilities, ranking.positive, bins);
}

/// Fills what the label's recordings say as they are; false where they are of one class only.
bool evaluateLabel(Work& work, const Weights& once, const LabelCalibration* calibration,
                   std::size_t bins) {
  LabelEvaluation& out = *work.out;
  const ClassCounts counts = countClasses(work.ranking, once);
  out.positives = counts.positives;
  out.n = counts.positives + counts.negatives;
  if (!counts.bothClasses()) {
    out.reason = out.n == 0                ? "no recording has both a label and a score"
                 : counts.positives == 0 ? "no recording has this label"
                                         : "every recording has this label";
    return false;
  }
  const Values values = measure(work, once);
  for (std::size_t i = 0; i < values.size(); ++i) out.metrics[i].value = values[i];
  out.scores = reliabilityOf(work.ranking, nullptr, bins);
  if (calibration && calibration->a) out.calibrated = reliabilityOf(work.ranking, calibration, bins);
  return true;
}

struct Mean {
  double sum = 0;
  std::size_t count = 0;
  void add(const std::optional<double>& value) {
    if (!value) return;
    sum += *value;
    ++count;
  }
  std::optional<double> value() const {
    return count == 0 ? std::nullopt : std::optional(sum / static_cast<double>(count));
  }
};

void replicate(std::vector<Work>& works, Weights& weights, Evaluation& out,
               const EvaluationOptions& options) {
  Random random(options.seed);
  std::vector<double> meanAurocs, meanAuprcs;
  for (std::size_t round = 0; round < options.replicates; ++round) {
    resample(random, weights);
    Mean meanAuroc, meanAuprc;
    for (Work& work : works) {
      if (!countClasses(work.ranking, weights).bothClasses()) {
        ++work.out->droppedReplicates;
        continue;
      }
      const Values values = measure(work, weights);
      for (std::size_t i = 0; i < values.size(); ++i)
        if (values[i]) work.replicates[i].push_back(*values[i]);
      meanAuroc.add(values[0]);
      meanAuprc.add(values[1]);
    }
    if (const auto value = meanAuroc.value()) meanAurocs.push_back(*value);
    if (const auto value = meanAuprc.value()) meanAuprcs.push_back(*value);
  }
  for (Work& work : works)
    for (std::size_t i = 0; i < metricNames.size(); ++i)
      if (Estimate& estimate = work.out->metrics[i]; estimate.value)
        estimate.interval = percentileInterval(std::move(work.replicates[i]), options.replicates);
  out.meanAuroc.interval = percentileInterval(std::move(meanAurocs), options.replicates);
  out.meanAuprc.interval = percentileInterval(std::move(meanAuprcs), options.replicates);
}

}  // namespace

Evaluation evaluate(const LabelTable& labels, const ScoreTable& scores, const Matched& matched,
                    const ChosenPoints& points, const Calibration* calibration,
                    const EvaluationOptions& options) {
  Evaluation out;
  out.problems = missingLabels(labels, scores);
  out.labels.reserve(labels.labels.size());  // Work points into it
  std::vector<Work> works;
  Weights weights(matched.scored(), 1);
  Mean meanAuroc, meanAuprc;
  for (std::size_t i = 0; i < labels.labels.size(); ++i) {
    const std::string& name = labels.labels[i];
    const std::size_t output = matched.output(name);
    if (output == Matched::npos) continue;
    LabelEvaluation& label = out.labels.emplace_back();
    label.label = name;
    if (const auto point = points.find(name); point != points.end()) label.point = point->second;
    auto outcomes = matched.outcomes(i, output);
    if (outcomes.without > 0) out.problems.push_back(noFiniteScore(name, outcomes.without));
    Work work{&label, rank(std::move(outcomes.scored)), {}};
    const LabelCalibration* fitted = calibration ? calibration->find(name) : nullptr;
    if (!evaluateLabel(work, weights, fitted, options.bins)) {
      out.problems.push_back({"one-class", quote(name) + " has no figures: " + label.reason + ".",
                              "", name});
      continue;
    }
    meanAuroc.add(label.metrics[0].value);
    meanAuprc.add(label.metrics[1].value);
    works.push_back(std::move(work));
  }
  out.meanAuroc.value = meanAuroc.value();
  out.meanAuprc.value = meanAuprc.value();
  out.meanLabels = meanAuroc.count;
  if (options.replicates > 0) replicate(works, weights, out, options);
  return out;
}

}  // namespace founder
