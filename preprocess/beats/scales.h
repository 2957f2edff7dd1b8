#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// One lead at `beatRate`, smoothed, and its slope: a first-derivative wavelet, with which Martínez
/// et al. 2004 delineate.
struct Scale {
  std::vector<double> level;  ///< mV
  std::vector<double> slope;  ///< mV/s

  std::size_t length() const { return level.size(); }
};

/// Smoothed over some 16 ms, for the QRS.
Scale fineScale(const double* x, std::size_t n);

/// Smoothed over some 60 ms, for P and T.
Scale coarseScale(const double* x, std::size_t n);

}  // namespace ecg
