#pragma once

#include <string>

namespace founder {

/// What `ecgfounder evaluate` writes, from what it was given.
///
/// @param request JSON: `labels` and `scores`, the text of both tables; and, each optional, `fitOn`
///   (a label table) or `calibration` (the text of one) for the operating points, `criterion` and
///   `targetSensitivity` for fitOn, `bootstrap`, `seed`, `modelName`, and `problems` that were met
///   before: `[{code, message, recording?, label?}]`
/// @returns the report as JSON; no number in it is NaN
/// @throws ModelError of readLabelTable, readScoreTable, readCalibration; `no-scores`, `fit-overlap`,
///   `calibration-mismatch`, `bad-option`
std::string evaluationReport(const std::string& request);

}  // namespace founder
