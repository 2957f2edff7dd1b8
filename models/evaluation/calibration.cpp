#include "models/evaluation/calibration.h"

#include "models/evaluation/json_text.h"
#include "models/evaluation/logistic.h"

namespace founder {
namespace {

Json fromLabel(const LabelCalibration& label) {
  Json out = {{"label", label.label},
              {"a", toJson(label.a)},
              {"b", toJson(label.b)},
              {"prevalence", toJson(label.prevalence)},
              {"n", label.n},
              {"positives", toJson(label.positives)},
              {"operatingPoint", nullptr}};
  if (label.operatingPoint)
    out["operatingPoint"] = {{"score", label.operatingPoint->score},
                             {"logit", label.operatingPoint->logit}};
  return out;
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
  Json model = {{"name", nullptr}, {"sha256", calibration.modelSha256}};
  if (!calibration.modelName.empty()) model["name"] = calibration.modelName;
  Json out = {{"format", "ecgfounder-calibration"},
              {"version", 1},
              {"model", model},
              {"preset", calibration.preset},
              {"aggregate", calibration.aggregate}};
  if (!calibration.options.empty()) out["options"] = calibration.options;
  out["method"] = calibration.method;
  out["labels"] = Json::array();
  for (const LabelCalibration& label : calibration.labels) out["labels"].push_back(fromLabel(label));
  out["problems"] = toJson(calibration.problems);
  return writeJson(out);
}

}  // namespace founder
