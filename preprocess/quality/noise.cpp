#include "preprocess/quality/noise.h"

#include <algorithm>
#include <cmath>
#include <complex>

namespace ecg::quality {
namespace {

constexpr double meanSeconds = 0.025;
constexpr double blockSeconds = 0.1;
constexpr double besideQrs = 0.08;  // s
constexpr double noisyFrom = 0.05;  // mV

std::vector<double> highPassed(const Trace& trace) {
  const std::size_t width = std::max<std::size_t>(3, trace.samplesIn(meanSeconds) | 1);
  std::vector<double> high = movingMean(trace.x, width);
  for (std::size_t t = 0; t < high.size(); ++t) high[t] = trace.x[t] - high[t];
  return high;
}

/// Sum of squares of a block less that of its mean.
double squaresOf(const double* x, std::size_t n) {
  double squares = 0, sum = 0;
  for (std::size_t t = 0; t < n; ++t) {
    squares += x[t] * x[t];
    sum += x[t];
  }
  return squares - sum * sum / static_cast<double>(n);
}

/// What a sine takes of the sum of squares of a block. The sine is turned from sample to sample.
double squaresOfSine(const double* x, std::size_t n, double radians) {
  double cosine = 0, sine = 0;
  const std::complex<double> turn = std::polar(1.0, radians);
  double re = 1, im = 0;
  for (std::size_t t = 0; t < n; ++t) {
    cosine += x[t] * re;
    sine += x[t] * im;
    const double next = re * turn.real() - im * turn.imag();
    im = re * turn.imag() + im * turn.real();
    re = next;
  }
  return 2 * (cosine * cosine + sine * sine) / static_cast<double>(n);
}

bool near(const std::vector<double>& times, double from, double to) {
  const auto next = std::lower_bound(times.begin(), times.end(), from);
  return next != times.end() && *next <= to;
}

}  // namespace

Noise noiseOf(const Trace& trace, const Mains& mains, const std::vector<double>& qrs) {
  const std::vector<double> high = highPassed(trace);
  const std::size_t size = trace.samplesIn(blockSeconds);
  const double radians = 2 * std::acos(-1.0) * mains.frequency / trace.samplingRate;
  std::vector<double> levels, quiet;
  for (std::size_t begin = 0; begin + size <= high.size(); begin += size) {
    double squares = squaresOf(&high[begin], size);
    if (radians > 0) squares -= squaresOfSine(&high[begin], size, radians);
    levels.push_back(std::sqrt(std::max(0.0, squares) / static_cast<double>(size)));
    const double start = static_cast<double>(begin) / trace.samplingRate;
    if (!near(qrs, start - besideQrs, start + blockSeconds + besideQrs))
      quiet.push_back(levels.back());
  }
  std::vector<double>& judged = quiet.size() * 5 >= levels.size() ? quiet : levels;
  std::size_t noisy = 0;
  for (const double level : judged) noisy += level > noisyFrom;
  const double share =
      static_cast<double>(noisy) / std::max<double>(1, static_cast<double>(judged.size()));
  return {quantile(judged, 0.5), quantile(judged, 0.9), share};
}

}  // namespace ecg::quality
