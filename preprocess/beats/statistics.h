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

/// No value, and why.
Measurement unmeasured(std::initializer_list<Piece> reason);

}  // namespace ecg
