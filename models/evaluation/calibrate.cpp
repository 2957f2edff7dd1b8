#include "models/evaluation/calibrate.h"

#include "models/evaluation/chosen_points.h"
#include "models/evaluation/platt.h"
#include "models/quote.h"

namespace founder {
namespace {

Problem tooFew(const LabelCalibration& label) {
  return {"too-few-to-fit",
          quote(label.label) + " has " + std::to_string(*label.positives) + " positives and " +
              std::to_string(label.n - *label.positives) + " negatives, " +
              std::to_string(fewestToFit) + " of each are wanted: it is not calibrated.",
          "", label.label};
}

void fit(LabelCalibration& label, const Ranking& ranking, const Criterion& criterion,
         std::vector<Problem>& problems) {
  const auto scaling = fitPlatt(ranking);
  if (!scaling) {
    problems.push_back({"constant-scores",
                        quote(label.label) + " has the same score for every recording: it is not "
                                             "calibrated.",
                        "", label.label});
    return;
  }
  label.a = scaling->a;
  label.b = scaling->b;
  label.operatingPoint = fitOperatingPoint(ranking, criterion);
  if (scaling->a <= 0)
    problems.push_back({"inverted-scores",
                        quote(label.label) + " has higher scores where it is absent: the model does "
                                             "not know this label here.",
                        "", label.label});
}

}  // namespace

Calibration calibrate(const LabelTable& labels, const ScoreTable& scores, const Matched& matched,
                      const Criterion& criterion) {
  Calibration out;
  out.method = "platt";
  out.problems = missingLabels(labels, scores);
  const Weights once(matched.scored(), 1);
  for (std::size_t i = 0; i < labels.labels.size(); ++i) {
    const std::size_t output = matched.output(labels.labels[i]);
    if (output == Matched::npos) continue;
    auto outcomes = matched.outcomes(i, output);
    LabelCalibration label;
    label.label = labels.labels[i];
    if (outcomes.without > 0) out.problems.push_back(noFiniteScore(label.label, outcomes.without));
    const Ranking ranking = rank(std::move(outcomes.scored));
    const ClassCounts counts = countClasses(ranking, once);
    label.n = counts.positives + counts.negatives;
    label.positives = counts.positives;
    if (label.n > 0)
      label.prevalence = static_cast<double>(counts.positives) / static_cast<double>(label.n);
    if (counts.positives < fewestToFit || counts.negatives < fewestToFit)
      out.problems.push_back(tooFew(label));
    else
      fit(label, ranking, criterion, out.problems);
    out.labels.push_back(std::move(label));
  }
  return out;
}

}  // namespace founder
