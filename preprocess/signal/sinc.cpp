#include <algorithm>
#include <cmath>

#include "preprocess/signal/resample.h"

namespace ecg {
namespace {

constexpr int reachSamples = 32;       // a side, of the lower rate
constexpr int pointsPerSample = 1024;  // of the tabulated kernel; linear in between: -120 dB
constexpr double kaiserBeta = 10;
constexpr double cutoff = 0.45;  // of the lower rate

double besselI0(double x) {
  double sum = 1, term = 1;
  for (int k = 1; term > 1e-17 * sum; ++k) {
    term *= (x / (2 * k)) * (x / (2 * k));
    sum += term;
  }
  return sum;
}

std::vector<double> kaiserSinc() {
  const double pi = std::acos(-1.0);
  std::vector<double> kernel(reachSamples * pointsPerSample + 2);
  for (std::size_t i = 0; i + 1 < kernel.size(); ++i) {
    const double t = static_cast<double>(i) / pointsPerSample;
    const double inside = std::max(0.0, 1 - t * t / (reachSamples * reachSamples));
    const double angle = 2 * pi * cutoff * t;
    kernel[i] = (i ? std::sin(angle) / angle : 1) * besselI0(kaiserBeta * std::sqrt(inside));
  }
  return kernel;
}

}  // namespace

SincResampler::SincResampler(double inputRate, double outputRate)
    : step_(inputRate / outputRate),
      scale_(std::min(1.0, outputRate / inputRate)),
      kernel_(kaiserSinc()) {
  constexpr std::size_t mostWeights = std::size_t{1} << 18;
  const double weights = 2 * reachSamples / scale_ + 1;
  for (std::size_t outputs = 1; static_cast<double>(outputs) * weights < mostWeights; ++outputs) {
    const double inputs = static_cast<double>(outputs) * step_;
    if (std::abs(inputs - std::round(inputs)) > 1e-9 || std::round(inputs) < 1) continue;
    periodInput_ = static_cast<std::ptrdiff_t>(std::round(inputs));
    for (std::size_t j = 0; j < outputs; ++j)
      period_.push_back(tapsAt(static_cast<double>(j) * step_));
    break;
  }
}

SincResampler::Taps SincResampler::tapsAt(double centre) const {
  const double reach = reachSamples / scale_;  // input samples a side
  const auto from = static_cast<std::ptrdiff_t>(std::ceil(centre - reach));
  const auto until = static_cast<std::ptrdiff_t>(std::floor(centre + reach));
  Taps taps{from, {}};
  double sum = 0;
  for (std::ptrdiff_t i = from; i <= until; ++i) {
    const double at = std::abs(centre - static_cast<double>(i)) * scale_ * pointsPerSample;
    const auto point = static_cast<std::size_t>(at);
    const double part = at - static_cast<double>(point);
    taps.weights.push_back(kernel_[point] + (kernel_[point + 1] - kernel_[point]) * part);
    sum += taps.weights.back();
  }
  for (double& weight : taps.weights) weight /= sum;
  return taps;
}

void SincResampler::run(const double* in, std::size_t n, double* out, std::size_t to) const {
  const auto last = static_cast<std::ptrdiff_t>(n) - 1;
  Taps own;
  std::ptrdiff_t start = 0;  // of the period
  for (std::size_t j = 0, inPeriod = 0; j < to; ++j, ++inPeriod) {
    if (inPeriod == period_.size()) inPeriod = 0, start += j > 0 ? periodInput_ : 0;
    if (period_.empty()) own = tapsAt(static_cast<double>(j) * step_);
    const Taps& taps = period_.empty() ? own : period_[inPeriod];
    const std::ptrdiff_t first = start + taps.first;
    const auto count = static_cast<std::ptrdiff_t>(taps.weights.size());
    const double* weights = taps.weights.data();
    double sum = 0;
    if (first >= 0 && first + count <= last + 1)
      for (std::ptrdiff_t k = 0; k < count; ++k) sum += weights[k] * in[first + k];
    else
      for (std::ptrdiff_t k = 0; k < count; ++k)
        sum += weights[k] * in[std::clamp<std::ptrdiff_t>(first + k, 0, last)];
    out[j] = sum;
  }
}

}  // namespace ecg
