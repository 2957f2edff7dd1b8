#include "models/evaluation/calibration.h"

#include "models/evaluation/logistic.h"
#include "models/evaluation/problems_json.h"

namespace founder {
namespace {

void writePoint(JsonWriter& out, const std::optional<OperatingPoint>& point) {
  out.key("operatingPoint");
  if (point)
    out.beginObject().key("score").number(point->score).key("logit").number(point->logit).end();
  else
    out.null();
}

void writeLabel(JsonWriter& out, const LabelCalibration& label) {
  out.beginObject().key("label").text(label.label);
  out.key("a").number(label.a).key("b").number(label.b);
  out.key("prevalence").number(label.prevalence);
  out.key("n").count(label.n).key("positives").count(label.positives);
  writePoint(out, label.operatingPoint);
  out.end();
}

}  // namespace

std::optional<double> LabelCalibration::probability(double logit) const {
  if (!a || !b) return std::nullopt;
  return sigmoid(*a * logit + *b);
}

const LabelCalibration* Calibration::find(const std::string& label) const {
  for (const LabelCalibration& entry : labels)
    if (entry.label == label) return &entry;
  return nullptr;
}

std::string writeCalibration(const Calibration& calibration) {
  JsonWriter out(JsonWriter::Layout::indented);
  out.beginObject().key("format").text("ecgfounder-calibration").key("version").count(1);
  out.key("model").beginObject();
  out.key("name").textOrNull(calibration.modelName);
  out.key("sha256").text(calibration.modelSha256).end();
  out.key("preset").text(calibration.preset).key("aggregate").text(calibration.aggregate);
  if (!calibration.options.empty()) out.key("options").text(calibration.options);
  out.key("method").text(calibration.method);
  out.key("labels").beginList();
  for (const LabelCalibration& label : calibration.labels) writeLabel(out, label);
  out.end().key("problems");
  writeProblems(out, calibration.problems);
  return out.end().bytes() + "\n";
}

}  // namespace founder
