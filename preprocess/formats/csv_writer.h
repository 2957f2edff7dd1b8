#pragma once

#include <string>

#include "preprocess/recording.h"

namespace ecg {

/// A recording as CSV: a comment with the sampling rate, a header (`time (s),I (mV),II (mV)`), one row
/// a sample, an empty cell where a sample is missing. Nine significant digits give every float back
/// exactly.
std::string writeCsv(const Recording& recording);

}  // namespace ecg
