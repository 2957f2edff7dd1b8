#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/signal/signal.h"

namespace ecg {

/// The mean of the samples of `x` (n) from `i - left` to `i + right`, for every i; the ends of `x`
/// are held. Running sums: the cost does not depend on the width.
void movingMean(const double* x, std::size_t n, std::size_t left, std::size_t right, double* out);

/// Samples around a beat.
struct Around {
  std::size_t centre, reach;  ///< so many a side
  std::size_t stride;         ///< only each k-th counts
};

/// What `part` of the values around a beat lie below.
double quantileAround(const std::vector<double>& values, Around around, double part);

/// How much QRS there is at each sample of a signal at `beatRate`, all leads together, >= 0.
///
/// A lead's slope, the difference of two neighbouring means of 24 ms smoothed once more (a wavelet
/// of first order: a band of 5 to 25 Hz, where QRS complexes stand out best from P, T and noise;
/// Thakor et al. 1984), is divided by the lead's own QRS slope and weighted by how far its peaks
/// stand out from what lies between, so that a noisy or dead lead does not count. The root of the
/// weighted mean square over leads and over 80 ms is the envelope (Pan and Tompkins 1985, but over
/// leads).
std::vector<double> qrsEnvelope(const Signal& signal);

}  // namespace ecg
