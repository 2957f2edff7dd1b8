#pragma once

#include <string>
#include <vector>

#include "preprocess/quality/defect.h"
#include "preprocess/quality/quality.h"
#include "preprocess/quality/score.h"

namespace ecg::quality {

/// Adds what is wrong with one lead by its figures alone; of an unusable lead in which nothing
/// passes a limit, what weighs most in its score.
void findDefects(const LeadQuality& lead, const LeadScore& score, std::vector<Finding>& findings);

}  // namespace ecg::quality
