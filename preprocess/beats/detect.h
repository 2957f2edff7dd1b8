#pragma once

#include <vector>

#include "preprocess/recording.h"

namespace ecg {

/// The times of the QRS complexes, seconds from the start, ascending, found in all leads in mV
/// together. Empty where there is none, or no lead in mV.
std::vector<double> detectQrs(const Recording& recording);

}  // namespace ecg
