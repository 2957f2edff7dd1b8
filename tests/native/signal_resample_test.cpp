#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <complex>

#include "preprocess/signal/fft.h"
#include "preprocess/signal/resample.h"
#include "tests/support/npy.h"
#include "tests/support/synthetic_ecg.h"

namespace {

using Complex = std::complex<double>;
const double pi = std::acos(-1.0);

std::vector<Complex> randomSignal(std::size_t n) {
  std::vector<Complex> x(n);
  auto uniform = [](std::uint64_t k) {
    return static_cast<double>(ecg::testing::splitMix64(k) >> 11) * 0x1p-52 - 1;
  };
  for (std::size_t i = 0; i < n; ++i) x[i] = {uniform(2 * i), uniform(2 * i + 1)};
  return x;
}

std::vector<Complex> naiveTransform(const std::vector<Complex>& x, double sign) {
  const std::size_t n = x.size();
  std::vector<Complex> out(n);
  for (std::size_t k = 0; k < n; ++k)
    for (std::size_t t = 0; t < n; ++t)
      out[k] += x[t] * std::polar(1.0, sign * 2 * pi * static_cast<double>(k * t % n) /
                                           static_cast<double>(n));
  return out;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return INFINITY;
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

std::vector<double> sine(double hz, double rate, std::size_t n) {
  std::vector<double> x(n);
  for (std::size_t i = 0; i < n; ++i) x[i] = std::sin(2 * pi * hz * static_cast<double>(i) / rate);
  return x;
}

std::vector<double> bySinc(const std::vector<double>& x, double from, double to) {
  std::vector<double> out(static_cast<std::size_t>(static_cast<double>(x.size()) * to / from));
  ecg::SincResampler(from, to).run(x.data(), x.size(), out.data(), out.size());
  return out;
}

/// The largest |a - b| away from the ends, where the kernel reaches beyond the signal.
double innerDifference(const std::vector<double>& a, const std::vector<double>& b) {
  double largest = 0;
  for (std::size_t i = 500; i + 500 < a.size(); ++i)
    largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

}  // namespace

TEST_CASE("the transform of any length is the DFT, by KissFFT or by Bluestein") {
  for (std::size_t n : {1u, 2u, 3u, 30u, 47u, 53u, 59u, 106u, 509u, 512u, 600u, 1009u, 1024u}) {
    CAPTURE(n);
    const auto x = randomSignal(n);
    std::vector<Complex> y(n), back(n);
    ecg::Fft forward(n, ecg::Fft::Direction::forward), inverse(n, ecg::Fft::Direction::inverse);
    CHECK(forward.usesChirp() == (n == 53 || n == 59 || n == 106 || n == 509 || n == 1009));
    forward.transform(x.data(), y.data());
    inverse.transform(y.data(), back.data());
    const auto expected = naiveTransform(x, -1);
    double error = 0, roundTrip = 0;
    for (std::size_t k = 0; k < n; ++k) {
      error = std::max(error, std::abs(y[k] - expected[k]));
      roundTrip = std::max(roundTrip, std::abs(back[k] / static_cast<double>(n) - x[k]));
    }
    CHECK(error < 1e-11);
    CHECK(roundTrip < 1e-13);
  }
}

TEST_CASE("a long transform of prime length is accurate") {
  const std::size_t n = 100003;
  const auto x = randomSignal(n);
  std::vector<Complex> y(n), back(n);
  ecg::Fft(n, ecg::Fft::Direction::forward).transform(x.data(), y.data());
  ecg::Fft(n, ecg::Fft::Direction::inverse).transform(y.data(), back.data());
  double roundTrip = 0;
  for (std::size_t k = 0; k < n; ++k)
    roundTrip = std::max(roundTrip, std::abs(back[k] / static_cast<double>(n) - x[k]));
  CHECK(roundTrip < 1e-12);
}

TEST_CASE("Fourier resampling agrees with scipy.signal.resample, odd and even, up and down") {
  const auto ecg1200 = ecg::testing::syntheticEcg({99, 500000, 1200, 1, "none"});
  const std::vector<double> x(ecg1200.samples.begin(), ecg1200.samples.end());
  struct Step {
    std::size_t from, to;
    const char* name;
  };
  double largest = 0;
  for (const Step& s :
       {Step{1200, 600, "600"}, Step{1200, 601, "601"}, Step{1200, 997, "997"},
        Step{1200, 1199, "1199"}, Step{1200, 1200, "1200"}, Step{1200, 1201, "1201"},
        Step{1200, 1237, "1237"}, Step{1200, 2400, "2400"}, Step{1199, 1009, "odd_1009"},
        Step{1199, 1300, "odd_1300"}}) {
    CAPTURE(s.name);
    std::vector<double> out(s.to);
    ecg::FourierResampler(s.from, s.to).run(x.data(), out.data());
    const auto expected =
        ecg::testing::readNpy(std::string(ECG_SOURCE_DIR) +
                              "/tests/golden/preprocess/signal_resample_" + s.name + ".npy");
    const double difference = largestDifference(out, expected.values);
    CHECK(difference < 1e-12);
    largest = std::max(largest, difference);
  }
  MESSAGE("Fourier resampling, largest difference from SciPy: " << largest << " mV");
}

TEST_CASE("linear interpolation runs from the first sample to the last") {
  const std::vector<double> x = {0, 10, 20};
  std::vector<double> out(5);
  ecg::resampleLinear(x.data(), 3, out.data(), 5);
  CHECK(out == std::vector<double>{0, 5, 10, 15, 20});
  out.resize(2);
  ecg::resampleLinear(x.data(), 3, out.data(), 2);
  CHECK(out == std::vector<double>{0, 20});
}

TEST_CASE("sinc resampling: a flat passband, no aliases, the DC level exact") {
  for (double rate : {100.0, 360.0, 512.5, 1000.0, 5136.25}) {
    CAPTURE(rate);
    const auto n = static_cast<std::size_t>(20 * rate);
    const double lower = std::min(rate, 500.0);
    for (double hz : {1.0, 0.2 * lower, 0.4 * lower}) {
      CAPTURE(hz);
      const auto out = bySinc(sine(hz, rate, n), rate, 500);
      CHECK(innerDifference(out, sine(hz, 500, out.size())) < 1e-4);
    }
    const auto constant = bySinc(std::vector<double>(n, 3.25), rate, 500);
    for (double value : {constant.front(), constant[constant.size() / 2], constant.back()})
      CHECK(value == doctest::Approx(3.25).epsilon(1e-12));
  }
  for (double hz : {250.0, 260.0, 300.0, 400.0, 480.0}) {
    CAPTURE(hz);
    const auto out = bySinc(sine(hz, 1000, 20000), 1000, 500);
    CHECK(innerDifference(out, std::vector<double>(out.size())) < 1e-4);  // 80 dB
  }
}
