#pragma once

#include <cstddef>
#include <vector>

namespace ecg::quality {

/// A stretch of one lead, as it was recorded.
struct Stretch {
  const float* x = nullptr;  ///< mV, NaN where missing
  std::size_t n = 0;
  double samplingRate = 0;  ///< Hz

  double seconds() const { return static_cast<double>(n) / samplingRate; }
};

/// The same, fit to be calculated with: gaps bridged by a straight line, the median taken away, at
/// less than 1 kHz.
struct Trace {
  std::vector<double> x;  ///< mV
  double samplingRate = 0;

  /// Samples in a time, at least one.
  std::size_t samplesIn(double seconds) const;
};

Trace traceOf(const Stretch& stretch);

/// The value that a share `at` (0 to 1) of the values do not exceed; 0 of none. Reorders them.
double quantile(std::vector<double>& values, double at);

/// The mean of the `width` samples around each sample (fewer at the ends).
std::vector<double> movingMean(const std::vector<double>& x, std::size_t width);

}  // namespace ecg::quality
