#include "models/evaluation/report.h"

#include "models/error.h"
#include "models/evaluation/chosen_points.h"
#include "models/evaluation/problems.h"
#include "models/evaluation/problems_json.h"
#include "models/evaluation/request.h"

namespace founder {
namespace {

constexpr std::uint64_t mostReplicates = 100000;
constexpr std::uint64_t mostSeed = (std::uint64_t{1} << 53) - 1;

void writeInterval(JsonWriter& out, const std::optional<Interval>& interval) {
  if (interval)
    out.beginList().number(interval->lo).number(interval->hi).end();
  else
    out.null();
}

void writeEstimate(JsonWriter& out, const std::string& name, const Estimate& estimate) {
  out.key(name).number(estimate.value).key(name + "Ci");
  writeInterval(out, estimate.interval);
}

void writeBin(JsonWriter& out, const ReliabilityBin& bin) {
  out.beginObject().key("from").number(bin.from).key("to").number(bin.to);
  out.key("n").count(bin.n).key("positives").count(bin.positives);
  out.key("meanScore").number(bin.meanScore).key("observed").number(bin.observed).end();
}

void writeReliability(JsonWriter& out, const std::optional<Reliability>& reliability) {
  const Reliability found = reliability.value_or(Reliability());
  out.key("brier").number(reliability ? std::optional(found.brier) : std::nullopt);
  out.key("ece").number(reliability ? std::optional(found.ece) : std::nullopt);
  out.key("reliability").beginList();
  for (const ReliabilityBin& bin : found.bins) writeBin(out, bin);
  out.end();
}

void writeLabel(JsonWriter& out, const LabelEvaluation& label) {
  out.beginObject().key("label").text(label.label);
  out.key("positives").count(label.positives).key("n").count(label.n);
  for (std::size_t i = 0; i < metricNames.size(); ++i) {
    if (metricNames[i] == "sensitivity") {
      const OperatingPoint& point = label.point.point;
      out.key("operatingPoint").beginObject().key("score").number(point.score);
      out.key("logit").number(point.logit).key("source").text(label.point.source).end();
    }
    writeEstimate(out, std::string(metricNames[i]), label.metrics[i]);
  }
  writeReliability(out, label.scores);
  if (label.calibrated) {
    out.key("calibrated").beginObject();
    writeReliability(out, label.calibrated);
    out.end();
  }
  out.key("droppedReplicates").count(label.droppedReplicates);
  if (!label.reason.empty()) out.key("reason").text(label.reason);
  out.end();
}

void writeMean(JsonWriter& out, const Evaluation& found) {
  out.key("mean").beginObject();
  writeEstimate(out, "auroc", found.meanAuroc);
  writeEstimate(out, "auprc", found.meanAuprc);
  out.key("labels").count(found.meanLabels).end();
}

void writeHead(JsonWriter& out, const std::string& modelName, const ScoreHead& head) {
  out.key("format").text("ecgfounder-evaluation").key("version").count(1);
  out.key("model").beginObject().key("name").textOrNull(modelName);
  out.key("sha256").text(head.model).end();
  out.key("preset").text(head.preset).key("aggregate").text(head.aggregate);
  if (!head.options.empty()) out.key("options").text(head.options);
}

void writeRecordings(JsonWriter& out, const Matched& matched) {
  out.key("recordings").beginObject().key("listed").count(matched.listed());
  out.key("scored").count(matched.scored());
  out.key("failed").count(matched.listed() - matched.scored()).end();
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

  JsonWriter out(JsonWriter::Layout::indented);
  out.beginObject();
  writeHead(out, request.text("modelName", ""), scores.head);
  writeRecordings(out, matched);
  out.key("operatingPoints").text(sayPoints(request));
  out.key("labels").beginList();
  for (const LabelEvaluation& label : found.labels) writeLabel(out, label);
  out.end();
  writeMean(out, found);
  out.key("problems");
  writeProblems(out, problems.all());
  out.key("bootstrap").beginObject().key("replicates").count(options.replicates);
  out.key("seed").count(options.seed).end();
  return out.key("reliabilityBins").count(options.bins).end().bytes() + "\n";
}

}  // namespace founder
