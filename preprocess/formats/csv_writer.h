#pragma once

#include <string>

#include "preprocess/recording.h"

namespace ecg {

/// A recording as CSV text: a comment with the rate, a header `time (s),I (mV),...`, and one row
/// per sample, with an empty cell for NaN. The CSV reader gets the same rate and the same floats
/// back.
std::string writeCsv(const Recording& recording);

}  // namespace ecg
