#pragma once

#include <string>

#include "models/evaluation/calibration.h"
#include "models/evaluation/matched.h"

namespace founder {

/// Platt scaling, operating points and prevalences of every label that the table and the scores have
/// in common. A label with fewer than `fewestToFit` (chosen_points.h) positives or negatives is listed
/// without a, b and operating point, and that is said.
Calibration calibrate(const LabelTable& labels, const ScoreTable& scores, const Matched& matched,
                      const Criterion& criterion);

/// The calibration for a site without labels: each label's b shifted by how the log odds of its
/// prevalence moved, see estimatePrevalence(). Operating points stay where they are: they are points
/// of sensitivity and specificity, which a shift of prevalence leaves alone. A label whose prevalence
/// cannot be told keeps its entry as it was, and that is said.
/// @throws ModelError `calibration-mismatch`, `no-scores`
Calibration adaptPrevalence(const Calibration& from, const ScoreTable& scores);

/// What `ecgfounder calibrate` writes, from what it was given.
///
/// @param request JSON: `scores`, the text of a score table; `labels`, the text of a label table, or
///   `from`, that of a calibration to adapt; and, each optional, `criterion`, `targetSensitivity`,
///   `modelName`, and `problems` that were met before
/// @returns writeCalibration() of the outcome
/// @throws ModelError of the readers and of the two functions above; `bad-option`
std::string calibrationReport(const std::string& request);

}  // namespace founder
