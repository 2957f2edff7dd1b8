#pragma once

#include <vector>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// The largest deflection, with its sign, of the mean of 250 to 70 ms before the QRS complexes from
/// the line between its ends, mV: the P wave, or in a fast rhythm the T wave before it. 0 of no
/// complex.
/// @param times seconds from the start of the trace
double deflectionBefore(const Trace& trace, const std::vector<double>& times);

}  // namespace ecg::quality
