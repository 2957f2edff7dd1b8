#include "preprocess/signal/resample.h"

#include <algorithm>
#include <cmath>

namespace ecg {

FourierResampler::FourierResampler(std::size_t from, std::size_t to)
    : from_(from),
      to_(to),
      forward_(from, Fft::Direction::forward),
      inverse_(to, Fft::Direction::inverse),
      time_(std::max(from, to)),
      spectrum_(std::max(from, to)) {}

void FourierResampler::run(const double* in, double* out) {
  std::copy_n(in, from_, time_.begin());
  forward_.transform(time_.data(), spectrum_.data());

  const std::size_t kept = std::min(from_, to_);
  const std::size_t positive = kept / 2 + 1;     // with the Nyquist bin, if there is one
  const std::size_t negative = kept - positive;  // without it
  const auto end = [this](std::size_t size) {
    return spectrum_.begin() + static_cast<std::ptrdiff_t>(size);
  };
  if (to_ < from_) {
    const std::complex<double> mirror = spectrum_[from_ - kept / 2];
    std::copy(end(from_ - negative), end(from_), end(to_ - negative));
    if (kept % 2 == 0) spectrum_[kept / 2] += mirror;
  } else if (to_ > from_) {
    std::copy_backward(end(from_ - negative), end(from_), end(to_));
    std::fill(end(positive), end(to_ - negative), 0.0);
    if (kept % 2 == 0) spectrum_[to_ - kept / 2] = spectrum_[kept / 2] *= 0.5;
  }
  inverse_.transform(spectrum_.data(), time_.data());
  for (std::size_t i = 0; i < to_; ++i) out[i] = time_[i].real() / static_cast<double>(from_);
}

void resampleLinear(const double* in, std::size_t n, double* out, std::size_t to) {
  if (n == to) {
    std::copy_n(in, n, out);
    return;
  }
  for (std::size_t i = 0; i < to; ++i) {
    const double at =
        static_cast<double>(i) * static_cast<double>(n - 1) / static_cast<double>(to - 1);
    const std::size_t left = std::min(static_cast<std::size_t>(at), n - 2);
    out[i] = in[left] + (in[left + 1] - in[left]) * (at - static_cast<double>(left));
  }
}

}  // namespace ecg
