#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "models/label_knowledge.h"

namespace founder {

/// What was measured of a model, and how its input was prepared for that.
struct MeasuredEvidence {
  std::string preset;  ///< empty if the document does not name it
  std::vector<LabelKnowledge> labels;
};

/// Reads how well a model's labels were measured, from a report of `ecgfounder evaluate` or a model
/// card: `{dataset?, preset?, model: {sha256}, aggregate?: "max", labels: [{label, n, positives, auroc,
/// aurocCi: [low, high], operatingPoint?: {score, source?}, dataset?}]}`; a label's own dataset goes
/// before the document's. `auroc`, `aurocCi` and `operatingPoint` may be null or missing, and other
/// fields are passed over. An operating point whose source is `default` was fitted by nobody and
/// counts as missing.
///
/// @param modelSha256 of the model that is loaded, lower-case hexadecimal; empty if not known
/// @param modelLabels its labels
/// @throws ModelError `bad-evidence` (no such document, or a field that cannot be), `other-model`
///   (it measured another model, or which one cannot be told).
MeasuredEvidence readEvidence(std::string_view json, std::string_view modelSha256,
                              const std::vector<std::string>& modelLabels);

}  // namespace founder
