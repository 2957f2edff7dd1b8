#include "models/evaluation/calibration_knowledge.h"

#include <algorithm>

#include "models/error.h"

namespace founder {

std::vector<LabelKnowledge> calibrationKnowledge(const Calibration& calibration,
                                                 const std::string& modelSha256,
                                                 const std::vector<std::string>& modelLabels) {
  if (modelSha256.empty())
    throw ModelError("other-model",
                     "The calibration cannot be used: whether it is of this model cannot be told "
                     "without SHA-256; open the page over https.");
  if (calibration.modelSha256 != modelSha256)
    throw ModelError("other-model",
                     "The calibration was fitted on the scores of another model (SHA-256 " +
                         calibration.modelSha256 + ", and this one's is " + modelSha256 +
                         "): fit one for this model with ecgfounder calibrate.");
  if (calibration.aggregate != "max")
    throw ModelError("other-scores",
                     "The calibration was fitted on scores with aggregate=" + calibration.aggregate +
                         ", and a finding's score is the highest over its windows: fit it with "
                         "--aggregate max.");
  if (!calibration.options.empty())
    throw ModelError("other-scores",
                     "The calibration was fitted on recordings prepared with '" + calibration.options +
                         "': fit it without these options.");
  std::vector<LabelKnowledge> out;
  for (const LabelCalibration& label : calibration.labels) {
    if (std::find(modelLabels.begin(), modelLabels.end(), label.label) == modelLabels.end()) continue;
    LabelKnowledge known;
    known.label = label.label;
    if (label.a && label.b) known.platt = Platt{*label.a, *label.b};
    if (label.operatingPoint) known.operatingPoint = label.operatingPoint->score;
    out.push_back(known);
  }
  return out;
}

}  // namespace founder
