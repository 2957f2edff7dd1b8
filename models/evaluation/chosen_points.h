#pragma once

#include "models/evaluation/evaluation.h"

namespace founder {

/// Positives, and negatives, below which nothing is fitted for a label.
inline constexpr std::uint64_t fewestToFit = 8;

/// The operating points of a calibration.
/// @throws ModelError `calibration-mismatch` where it was made for other scores
ChosenPoints pointsOf(const Calibration& calibration, const ScoreHead& head);

/// Operating points fitted on the scores of other recordings than are evaluated. A label with too few
/// positives or negatives keeps the default, and that is said.
ChosenPoints fitPoints(const LabelTable& labels, const Matched& matched, const Criterion& criterion,
                       std::vector<Problem>& problems);

}  // namespace founder
