#pragma once

#include <string>

#include "preprocess/beats/measure.h"

namespace ecg {

/// Heart rate variability: of the intervals between two normal beats that follow each other.
HeartRateVariability variabilityOf(const Beats& beats);

/// `regular` where an RR interval usually changes by less than 8 % to the next, else `irregular`;
/// empty of fewer than four beats.
std::string rhythmOf(const Beats& beats);

}  // namespace ecg
