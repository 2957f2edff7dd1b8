#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// The median of the `kernel` samples around each sample of `x` (n samples), with zeros beyond the
/// ends: exactly `scipy.signal.medfilt(x, kernel)`. `kernel` is odd; NaN is not allowed.
///
/// The samples are ranked once by a radix sort; a window is then a set of bits, one a rank, and the
/// median moves by a few bits from one window to the next.
/// @throws std::invalid_argument for an even kernel.
std::vector<double> medianFilter(const double* x, std::size_t n, std::size_t kernel);

}  // namespace ecg
