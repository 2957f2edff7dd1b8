#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// A digital filter by its transfer function b(z)/a(z), a[0] = 1, b and a of the same length, and
/// `zi`, the state (length order) in which a unit step comes out at its steady state.
struct IirFilter {
  std::vector<double> b;
  std::vector<double> a;
  std::vector<double> zi;

  std::size_t order() const { return a.size() - 1; }
  /// Samples that filtfilt adds at each end; a signal must be longer than this.
  std::size_t edge() const { return 3 * a.size(); }
};

/// Filters `x` (n samples) forwards and backwards in place: `scipy.signal.filtfilt` with its
/// defaults (odd extension by 3 * len(a) samples, initial state zi times the first sample, direct
/// form II transposed), with the operations in SciPy's order.
///
/// @throws InputError `too-short` where n <= filter.edge().
void filtfilt(const IirFilter& filter, double* x, std::size_t n);

}  // namespace ecg
