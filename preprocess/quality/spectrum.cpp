#include "preprocess/quality/spectrum.h"

#include <algorithm>
#include <cmath>
#include <complex>

#include "preprocess/signal/fft.h"

namespace ecg::quality {
namespace {

using Complex = std::complex<double>;

constexpr double segmentSeconds = 2;
constexpr double peakHalfWidth = 1.5, besideWidth = 4;  // Hz

std::size_t segmentLength(const Trace& trace) {
  const double wanted =
      std::min(segmentSeconds * trace.samplingRate, static_cast<double>(trace.x.size()));
  std::size_t length = 1;
  while (static_cast<double>(length) * 1.42 < wanted) length *= 2;
  return length <= trace.x.size() ? length : length / 2;
}

std::vector<double> hann(std::size_t n) {
  std::vector<double> window(n);
  const double pi = std::acos(-1.0);
  for (std::size_t i = 0; i < n; ++i)
    window[i] = 0.5 - 0.5 * std::cos(2 * pi * static_cast<double>(i) / static_cast<double>(n));
  return window;
}

/// Transforms two real leads at once: z = a + ib, A = (Z + Z*)/2, B = (Z - Z*)/2i.
class PairTransform {
 public:
  explicit PairTransform(std::size_t n)
      : n_(n), window_(hann(n)), fft_(n, Fft::Direction::forward), in_(n), out_(n) {}

  void add(const double* a, const double* b, Spectrum& spectrumA, Spectrum& spectrumB) {
    for (std::size_t i = 0; i < n_; ++i)
      in_[i] = Complex(a[i] * window_[i], b ? b[i] * window_[i] : 0);
    fft_.transform(in_.data(), out_.data());
    for (std::size_t k = 0; k < n_ / 2; ++k) {
      const Complex z = out_[k], mirrored = std::conj(out_[(n_ - k) % n_]);
      spectrumA.power[k] += std::norm(z + mirrored) / 4;
      if (b) spectrumB.power[k] += std::norm(z - mirrored) / 4;
    }
  }

 private:
  std::size_t n_;
  std::vector<double> window_;
  Fft fft_;
  std::vector<Complex> in_, out_;
};

/// The peak at a frequency, mV^2, and what noise beside it would give in its place.
struct Peak {
  double power = 0;
  double beside = 0;
};

Peak peakAt(const Spectrum& spectrum, double frequency) {
  const double low = frequency - peakHalfWidth, high = frequency + peakHalfWidth;
  Peak peak;
  peak.power = spectrum.between(low, high);
  const double below = spectrum.between(low - besideWidth, low);
  const bool ends = high + besideWidth > spectrum.highest();
  const double above = ends ? below : spectrum.between(high, high + besideWidth);
  peak.beside = std::max(below, above) * 2 * peakHalfWidth / besideWidth;
  return peak;
}

}  // namespace

double Spectrum::between(double from, double to) const {
  const auto bin = [this](double frequency) {
    const double at = std::ceil(std::max(0.0, frequency) / binWidth);
    return static_cast<std::size_t>(std::min(at, static_cast<double>(power.size())));
  };
  double sum = 0;
  for (std::size_t k = bin(from); k < bin(to); ++k) sum += power[k];
  return sum;
}

std::vector<Spectrum> spectraOf(const std::vector<Trace>& traces) {
  std::vector<Spectrum> spectra(traces.size());
  if (traces.empty() || traces[0].x.size() < 8) return spectra;
  const std::size_t n = segmentLength(traces[0]);
  for (Spectrum& spectrum : spectra) {
    spectrum.binWidth = traces[0].samplingRate / static_cast<double>(n);
    spectrum.power.assign(n / 2, 0);
  }
  PairTransform transform(n);
  std::size_t segments = 0;
  for (std::size_t begin = 0; begin + n <= traces[0].x.size(); begin += n, ++segments)
    for (std::size_t l = 0; l < traces.size(); l += 2) {
      const bool paired = l + 1 < traces.size();
      transform.add(&traces[l].x[begin], paired ? &traces[l + 1].x[begin] : nullptr, spectra[l],
                    spectra[paired ? l + 1 : l]);
    }
  // One-sided; the mean square of Hann's window is 3/8.
  const auto size = static_cast<double>(n);
  const double scale = 2 / (size * size * 0.375 * static_cast<double>(segments));
  for (Spectrum& spectrum : spectra)
    for (double& power : spectrum.power) power *= scale;
  return spectra;
}

Mains mainsOf(const Spectrum& spectrum) {
  Mains mains;
  for (const double frequency : {50.0, 60.0}) {
    if (frequency + peakHalfWidth > spectrum.highest()) continue;
    const Peak peak = peakAt(spectrum, frequency);
    const double amplitude = std::sqrt(2 * std::max(0.0, peak.power - peak.beside));
    if (peak.power < 4 * peak.beside || amplitude < mains.amplitude) continue;
    mains = {frequency, amplitude};
  }
  return mains;
}

}  // namespace ecg::quality
