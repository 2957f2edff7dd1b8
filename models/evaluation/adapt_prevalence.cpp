#include <algorithm>
#include <cmath>

#include "models/error.h"
#include "models/evaluation/calibrate.h"
#include "models/evaluation/chosen_points.h"
#include "models/evaluation/prevalence.h"
#include "models/quote.h"

namespace founder {
namespace {

/// The label's calibrated probabilities, where it has a score; empty where the model has no such
/// label.
std::vector<double> probabilities(const LabelCalibration& label, const ScoreTable& scores) {
  std::vector<double> out;
  const auto& outputs = scores.head.labels;
  const auto found = std::find(outputs.begin(), outputs.end(), label.label);
  if (found == outputs.end()) return out;
  for (auto at = static_cast<std::size_t>(found - outputs.begin()); at < scores.logits.size();
       at += outputs.size())
    if (std::isfinite(scores.logits[at])) out.push_back(*label.probability(scores.logits[at]));
  return out;
}

/// Why the label's prevalence cannot be told; empty where it was.
std::string adapt(LabelCalibration& label, const ScoreTable& scores) {
  if (!label.a || !label.prevalence) return "is not calibrated in the first place";
  if (*label.prevalence <= 0 || *label.prevalence >= 1) return "has no prevalence to start from";
  const std::vector<double> p = probabilities(label, scores);
  if (p.size() < fewestToFit) return "has scores for fewer than " + std::to_string(fewestToFit) +
                                     " recordings";
  const double prevalence = estimatePrevalence(p, *label.prevalence);
  if (prevalence <= 0 || prevalence >= 1)
    return "has scores that fit no recording or every recording having it";
  *label.b += logit(prevalence) - logit(*label.prevalence);
  label.prevalence = prevalence;
  label.n = p.size();
  label.positives.reset();
  return "";
}

}  // namespace

Calibration adaptPrevalence(const Calibration& from, const ScoreTable& scores) {
  pointsOf(from, scores.head);  // refuses scores of another model
  if (scores.recordings.empty())
    throw ModelError("no-scores", "No recording has scores: check the folder of the recordings.");
  Calibration out = from;
  out.method = "prevalence-em";
  out.problems.clear();
  for (LabelCalibration& label : out.labels)
    if (const std::string why = adapt(label, scores); !why.empty())
      out.problems.push_back(
          {"not-adapted", quote(label.label) + " " + why + ": its entry is left as it was.", "",
           label.label});
  return out;
}

}  // namespace founder
