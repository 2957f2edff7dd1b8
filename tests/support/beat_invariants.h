#pragma once

#include <string>

#include "preprocess/beats/measure.h"

namespace ecg::testing {

/// Finds, delineates and measures the beats of any recording; what is wrong with the result, or
/// nothing. Beats ascend and lie within the recording; each wave begins, peaks and ends in this
/// order, P before QRS before T; a measurement has a finite value or a reason, and a finite spread
/// where it rests on several beats.
std::string beatViolation(const Recording& recording);

}  // namespace ecg::testing
