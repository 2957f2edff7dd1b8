#include "preprocess/signal/fft.h"

#include <algorithm>
#include <cmath>
#include <cstdint>

namespace ecg {
namespace {

using Complex = std::complex<double>;

bool hasLargePrimeFactor(std::size_t n) {
  for (std::size_t p = 2; p < 50; ++p)
    while (n % p == 0) n /= p;
  return n > 1;
}

std::size_t powerOfTwoAtLeast(std::size_t n) {
  std::size_t size = 1;
  while (size < n) size *= 2;
  return size;
}

std::size_t planLength(std::size_t n) {
  return hasLargePrimeFactor(n) ? powerOfTwoAtLeast(2 * n - 1) : n;
}

}  // namespace

Fft::Fft(std::size_t n, Direction direction)
    : n_(n), plan_(planLength(n), direction == Direction::inverse && !hasLargePrimeFactor(n)) {
  if (!hasLargePrimeFactor(n)) return;
  const double sign = direction == Direction::inverse ? 1 : -1;
  const double pi = std::acos(-1.0);
  chirp_.resize(n);
  for (std::uint64_t k = 0; k < n; ++k) {
    const std::uint64_t square = k * k % (2 * n);  // the phase repeats; small angles keep it exact
    chirp_[k] = std::polar(1.0, sign * pi * static_cast<double>(square) / static_cast<double>(n));
  }
  const std::size_t size = planLength(n);
  work_.resize(size);
  spectrum_.resize(size);
  kernel_.resize(size);
  for (std::size_t k = 0; k < n; ++k) work_[k] = work_[(size - k) % size] = std::conj(chirp_[k]);
  plan_.transform(work_.data(), kernel_.data());
  for (Complex& value : kernel_) value /= static_cast<double>(size);
}

void Fft::transform(const Complex* in, Complex* out) {
  if (usesChirp())
    transformByChirp(in, out);
  else
    plan_.transform(in, out);
}

void Fft::transformByChirp(const Complex* in, Complex* out) {
  for (std::size_t k = 0; k < n_; ++k) work_[k] = in[k] * chirp_[k];
  std::fill(work_.begin() + static_cast<std::ptrdiff_t>(n_), work_.end(), Complex());
  plan_.transform(work_.data(), spectrum_.data());
  // The inverse transform, by the forward one: ifft(x) = conj(fft(conj(x))).
  for (std::size_t k = 0; k < work_.size(); ++k) work_[k] = std::conj(spectrum_[k] * kernel_[k]);
  plan_.transform(work_.data(), spectrum_.data());
  for (std::size_t k = 0; k < n_; ++k) out[k] = std::conj(spectrum_[k]) * chirp_[k];
}

}  // namespace ecg
