#include "models/evaluation/chosen_points.h"

#include "models/error.h"
#include "models/quote.h"

namespace founder {
namespace {

void requireSame(const char* what, const std::string& made, const std::string& found) {
  if (made == found) return;
  throw ModelError("calibration-mismatch", std::string("The calibration was made for the ") + what +
                                               " " + quote(made) + " but the scores are of " +
                                               quote(found) + ": calibrate again.");
}

}  // namespace

ChosenPoints pointsOf(const Calibration& calibration, const ScoreHead& head) {
  requireSame("model", calibration.modelSha256, head.model);
  requireSame("preset", calibration.preset, head.preset);
  requireSame("aggregate", calibration.aggregate, head.aggregate);
  requireSame("options", calibration.options, head.options);
  ChosenPoints out;
  for (const LabelCalibration& label : calibration.labels)
    if (label.operatingPoint) out[label.label] = {*label.operatingPoint, "calibration"};
  return out;
}

ChosenPoints fitPoints(const LabelTable& labels, const Matched& matched, const Criterion& criterion,
                       std::vector<Problem>& problems) {
  const Weights once(matched.scored(), 1);
  ChosenPoints out;
  for (std::size_t i = 0; i < labels.labels.size(); ++i) {
    const std::string& name = labels.labels[i];
    const std::size_t output = matched.output(name);
    if (output == Matched::npos) continue;
    const Ranking ranking = rank(matched.outcomes(i, output).scored);
    const ClassCounts counts = countClasses(ranking, once);
    if (counts.positives >= fewestToFit && counts.negatives >= fewestToFit)
      out[name] = {*fitOperatingPoint(ranking, criterion), "fit-on"};
    else
      problems.push_back({"too-few-to-fit",
                          quote(name) + " has " + std::to_string(counts.positives) +
                              " positives and " + std::to_string(counts.negatives) +
                              " negatives to fit on, " + std::to_string(fewestToFit) +
                              " of each are wanted: its operating point is a score of 0.5.",
                          "", name});
  }
  return out;
}

}  // namespace founder
