#pragma once

#include <vector>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// QRS times moved by up to 60 ms so that the slopes of the complexes, of all leads together, lie
/// over each other: a detector's times say where a complex is, not which point of it they are at.
/// @param traces of the same length
/// @param qrs seconds, ascending; those nearer than 160 ms to either end are left out
std::vector<double> alignedTimes(const std::vector<Trace>& traces, const std::vector<double>& qrs);

}  // namespace ecg::quality
