#pragma once

#include <initializer_list>
#include <vector>

#include "preprocess/beats/measure.h"
#include "preprocess/sentence.h"

namespace ecg {

/// The upper median; NaN of nothing.
double median(std::vector<double> values);

/// Median, standard deviation (n - 1) and number of `values`, which are not empty.
Measurement measured(const std::vector<double>& values);

/// How irregular a rhythm is: the median change from one RR interval to the next, over the median
/// interval. 0 of fewer than two intervals.
double irregularity(const std::vector<double>& intervals);
/// From here on a rhythm counts as irregular.
inline constexpr double irregularFrom = 0.08;

/// No value, and why.
Measurement unmeasured(std::initializer_list<Piece> reason);

}  // namespace ecg
