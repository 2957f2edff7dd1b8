#include "models/evaluation/report.h"

#include "models/error.h"
#include "models/evaluation/chosen_points.h"
#include "models/evaluation/problems.h"
#include "models/evaluation/request.h"

namespace founder {
namespace {

constexpr std::uint64_t mostReplicates = 100000;
constexpr std::uint64_t mostSeed = (std::uint64_t{1} << 53) - 1;

Json fromInterval(const std::optional<Interval>& interval) {
  return interval ? Json::array({interval->lo, interval->hi}) : Json(nullptr);
}

Json fromBins(const std::vector<ReliabilityBin>& bins) {
  Json out = Json::array();
  for (const ReliabilityBin& bin : bins)
    out.push_back({{"from", bin.from},
                   {"to", bin.to},
                   {"n", bin.n},
                   {"positives", bin.positives},
                   {"meanScore", toJson(bin.meanScore)},
                   {"observed", toJson(bin.observed)}});
  return out;
}

void addReliability(Json& out, const std::optional<Reliability>& reliability) {
  out["brier"] = reliability ? Json(reliability->brier) : Json(nullptr);
  out["ece"] = reliability ? Json(reliability->ece) : Json(nullptr);
  out["reliability"] = reliability ? fromBins(reliability->bins) : Json::array();
}

Json fromLabel(const LabelEvaluation& label) {
  Json out = {{"label", label.label}, {"positives", label.positives}, {"n", label.n}};
  for (std::size_t i = 0; i < metricNames.size(); ++i) {
    const std::string name(metricNames[i]);
    if (name == "sensitivity")
      out["operatingPoint"] = {{"score", label.point.point.score},
                               {"logit", label.point.point.logit},
                               {"source", label.point.source}};
    out[name] = toJson(label.metrics[i].value);
    out[name + "Ci"] = fromInterval(label.metrics[i].interval);
  }
  addReliability(out, label.scores);
  if (label.calibrated) addReliability(out["calibrated"], label.calibrated);
  out["droppedReplicates"] = label.droppedReplicates;
  if (!label.reason.empty()) out["reason"] = label.reason;
  return out;
}

std::string sayPoints(const Request& request) {
  if (request.has("calibration"))
    return "from a calibration; a label without a point there has a score of 0.5";
  if (request.has("fitOn"))
    return "fitted on other recordings; a label with too few of them has a score of 0.5";
  return "a score of 0.5 for every label: none was fitted";
}

}  // namespace

std::string evaluationReport(const std::string& text) {
  const Request request(text);
  EvaluationOptions options;
  options.replicates = request.count("bootstrap", options.replicates, mostReplicates);
  options.seed = request.count("seed", options.seed, mostSeed);
  const Criterion criterion = request.criterion();
  if (request.has("fitOn") && request.has("calibration"))
    throw ModelError("bad-option",
                     "Operating points are both given and to be fitted: choose one of the two.");

  const LabelTable labels = readLabelTable(request.text("labels"));
  const ScoreTable scores = readScoreTable(request.text("scores"));
  const Matched matched(labels, scores);
  ProblemList problems(request.problems());
  problems.add(labels.problems);
  problems.add(scores.problems);
  problems.add(matched.problems());

  std::optional<Calibration> calibration;
  ChosenPoints points;
  if (request.has("calibration")) {
    calibration = readCalibration(request.text("calibration"));
    points = pointsOf(*calibration, scores.head);
  } else if (request.has("fitOn")) {
    const LabelTable fit = readLabelTable(request.text("fitOn"));
    refuseOverlap(labels, fit);
    const Matched fitMatched(fit, scores);
    std::vector<Problem> unfitted;
    points = fitPoints(fit, fitMatched, criterion, unfitted);
    problems.add(fit.problems);
    problems.add(fitMatched.problems());
    problems.add(unfitted);
  }
  const Evaluation found = evaluate(labels, scores, matched, points,
                                    calibration ? &*calibration : nullptr, options);
  problems.add(found.problems);

  const std::string name = request.text("modelName", "");
  Json out = {{"format", "ecgfounder-evaluation"},
              {"version", 1},
              {"model", {{"name", name.empty() ? Json() : Json(name)}, {"sha256", scores.head.model}}},
              {"preset", scores.head.preset},
              {"aggregate", scores.head.aggregate}};
  if (!scores.head.options.empty()) out["options"] = scores.head.options;
  out["recordings"] = {{"listed", matched.listed()},
                       {"scored", matched.scored()},
                       {"failed", matched.listed() - matched.scored()}};
  out["operatingPoints"] = sayPoints(request);
  out["labels"] = Json::array();
  for (const LabelEvaluation& label : found.labels) out["labels"].push_back(fromLabel(label));
  out["mean"] = {{"auroc", toJson(found.meanAuroc.value)},
                 {"aurocCi", fromInterval(found.meanAuroc.interval)},
                 {"auprc", toJson(found.meanAuprc.value)},
                 {"auprcCi", fromInterval(found.meanAuprc.interval)},
                 {"labels", found.meanLabels}};
  out["problems"] = toJson(problems.all());
  out["bootstrap"] = {{"replicates", options.replicates}, {"seed", options.seed}};
  out["reliabilityBins"] = options.bins;
  return writeJson(out);
}

}  // namespace founder
