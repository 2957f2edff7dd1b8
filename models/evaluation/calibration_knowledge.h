#pragma once

#include <string>
#include <vector>

#include "models/evaluation/calibration.h"
#include "models/label_knowledge.h"

namespace founder {

/// What a calibration says of each label of a model, for readScores().
///
/// @param modelSha256 of the model that is loaded, lower-case hexadecimal; empty if not known
/// @param modelLabels its labels; a calibrated label that it does not have is passed over
/// @throws ModelError `other-model` (it was fitted on another model's scores, or which model is loaded
///   cannot be told), `other-scores` (it was fitted on mean scores, or on a preparation with further
///   options: a finding's score is the highest of its windows, prepared as usual)
std::vector<LabelKnowledge> calibrationKnowledge(const Calibration& calibration,
                                                 const std::string& modelSha256,
                                                 const std::vector<std::string>& modelLabels);

}  // namespace founder
