#pragma once

#include <complex>
#include <cstddef>
#include <vector>

#include "preprocess/signal/fft.h"

namespace ecg {

/// Brings a signal of `from` samples to `to` samples over the same time, as
/// `scipy.signal.resample(x, to)`: the spectrum is cut or extended with zeros, which takes the
/// signal as periodic and band-limits it at the lower Nyquist frequency. `from`, `to` >= 1.
class FourierResampler {
 public:
  FourierResampler(std::size_t from, std::size_t to);
  /// `in` holds `from` samples, `out` receives `to`.
  void run(const double* in, double* out);

 private:
  std::size_t from_, to_;
  Fft forward_, inverse_;
  std::vector<std::complex<double>> time_, spectrum_;
};

/// Linear interpolation to `to` >= 2 points from the first sample to the last:
/// `np.interp(np.linspace(0, 1, to), np.linspace(0, 1, n), x)`. No anti-aliasing. n >= 2.
void resampleLinear(const double* in, std::size_t n, double* out, std::size_t to);

/// Kaiser-windowed-sinc interpolation at any ratio, for recordings too long for one transform.
///
/// Sample j of the output lies at j * inputRate / outputRate of the input, whose end samples are
/// held beyond its ends. With r the lower of the two rates: 32 / r seconds a side, beta 10, cut off
/// (-6 dB) at 0.45 r; flat to 2e-5 up to 0.4 r, and 100 dB down from 0.5 r on (both measured; the
/// design follows Kaiser's formulas in Oppenheim and Schafer, Discrete-Time Signal Processing).
class SincResampler {
 public:
  SincResampler(double inputRate, double outputRate);
  /// `in` holds n samples, `out` receives `to`.
  void run(const double* in, std::size_t n, double* out, std::size_t to) const;

 private:
  struct Taps {
    std::ptrdiff_t first;  ///< input sample, from that of the period's first output
    std::vector<double> weights;
  };
  Taps tapsAt(double centre) const;

  double step_;                 ///< input samples per output sample
  double scale_;                ///< low-rate samples per input sample, <= 1
  std::vector<double> kernel_;  ///< one side of the kernel, finely sampled
  /// Of the outputs until one lies on an input sample again; empty where that is too far.
  std::vector<Taps> period_;
  std::ptrdiff_t periodInput_ = 0;  ///< input samples in a period
};

}  // namespace ecg
