#pragma once

#include <complex>
#include <cstddef>
#include <kissfft/kissfft.hh>
#include <vector>

namespace ecg {

/// Discrete Fourier transform of any length in O(n log n), unscaled in both directions.
///
/// KissFFT does lengths whose prime factors are all below 50; its butterfly costs O(n p) for a
/// prime factor p, so any other length goes through Bluestein's chirp-z algorithm (Bluestein 1970)
/// on KissFFT transforms of a power of two.
class Fft {
 public:
  enum class Direction { forward, inverse };

  Fft(std::size_t n, Direction direction);

  /// `in` and `out` hold n values each and do not overlap.
  void transform(const std::complex<double>* in, std::complex<double>* out);

  /// True where the length is done by Bluestein's algorithm.
  bool usesChirp() const { return !chirp_.empty(); }

 private:
  void transformByChirp(const std::complex<double>* in, std::complex<double>* out);

  std::size_t n_;
  kissfft<double> plan_;
  std::vector<std::complex<double>> chirp_;   ///< exp(-+ i pi k^2 / n)
  std::vector<std::complex<double>> kernel_;  ///< transform of the conjugate chirp, over its length
  std::vector<std::complex<double>> work_, spectrum_;
};

}  // namespace ecg
