#pragma once

#include <vector>

namespace ecg {

/// The upper median; NaN of nothing.
double median(std::vector<double> values);

}  // namespace ecg
