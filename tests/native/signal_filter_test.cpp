#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <complex>

#include "preprocess/error.h"
#include "preprocess/signal/designs.h"
#include "preprocess/signal/median.h"
#include "tests/support/npy.h"
#include "tests/support/synthetic_ecg.h"

namespace {

const double pi = std::acos(-1.0);

std::vector<double> goldenStep(const std::string& name) {
  return ecg::testing::readNpy(std::string(ECG_SOURCE_DIR) + "/tests/golden/preprocess/signal_" +
                               name + ".npy")
      .values;
}

std::vector<double> leadI() {
  const auto recording = ecg::testing::syntheticEcg({99, 500000, 1200, 1, "none"});
  return {recording.samples.begin(), recording.samples.end()};
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return INFINITY;
  double largest = 0;
  for (std::size_t i = 0; i < a.size(); ++i) largest = std::max(largest, std::abs(a[i] - b[i]));
  return largest;
}

double power(const ecg::IirFilter& filter, double hz) {
  const std::complex<double> z = std::polar(1.0, -2 * pi * hz / 500);
  std::complex<double> b = 0, a = 0;
  for (std::size_t k = filter.b.size(); k-- > 0;) {
    b = b * z + filter.b[k];
    a = a * z + filter.a[k];
  }
  return std::norm(b / a);
}

double warped(double hz) { return std::tan(pi * hz / 500); }

/// The numbers scipy.signal.medfilt is defined by, without its speed or ours.
std::vector<double> naiveMedian(const std::vector<double>& x, std::size_t kernel) {
  std::vector<double> out;
  for (std::size_t i = 0; i < x.size(); ++i) {
    std::vector<double> window(kernel);
    for (std::size_t k = 0; k < kernel; ++k) {
      const std::size_t at = i + k;
      if (at >= kernel / 2 && at - kernel / 2 < x.size()) window[k] = x[at - kernel / 2];
    }
    std::sort(window.begin(), window.end());
    out.push_back(window[kernel / 2]);
  }
  return out;
}

}  // namespace

TEST_CASE("filtfilt agrees with SciPy") {
  auto x = leadI();
  ecg::filtfilt(ecg::founderBandpass(), x.data(), x.size());
  CHECK(largestDifference(x, goldenStep("bandpass")) <= 1e-12);
  x = leadI();
  ecg::filtfilt(ecg::notch50(), x.data(), x.size());
  CHECK(largestDifference(x, goldenStep("notch")) <= 1e-13);
}

TEST_CASE("filtfilt refuses what is shorter than its edges") {
  std::vector<double> x(27, 1.0);
  CHECK_THROWS_AS(ecg::filtfilt(ecg::founderBandpass(), x.data(), x.size()), ecg::InputError);
  CHECK_THROWS_AS(ecg::filtfilt(ecg::notch50(), x.data(), 9), ecg::InputError);
  CHECK_NOTHROW(ecg::filtfilt(ecg::notch50(), x.data(), 10));
}

TEST_CASE("the committed designs are the Butterworth filters and notches they are called") {
  for (double hz : {0.3, 0.67, 2.0, 10.0, 39.0, 40.0, 60.0, 120.0}) {
    CAPTURE(hz);
    const double w = warped(hz), low = warped(0.67), high = warped(40);
    const double band = (w * w - low * high) / (w * (high - low));
    CHECK(power(ecg::founderBandpass(), hz) ==
          doctest::Approx(1 / (1 + std::pow(band, 8))).epsilon(1e-4));
    CHECK(power(ecg::paperHighpass(), hz) ==
          doctest::Approx(1 / (1 + std::pow(warped(0.5) / w, 4))).epsilon(1e-9));
    CHECK(power(ecg::paperLowpass(), hz) ==
          doctest::Approx(1 / (1 + std::pow(w / warped(50), 4))).epsilon(1e-9));
  }
  for (double mains : {50.0, 60.0}) {
    const auto& notch = mains == 50 ? ecg::notch50() : ecg::notch60();
    const double halfWidth = pi * mains / 30 / 500;  // half of the -3 dB width, warped
    CHECK(power(notch, mains) < 1e-20);
    CHECK(power(notch, 0) == doctest::Approx(1));
    CHECK(power(notch, mains - 500 * halfWidth / (2 * pi)) == doctest::Approx(0.5).epsilon(0.03));
    CHECK(power(notch, mains + 500 * halfWidth / (2 * pi)) == doctest::Approx(0.5).epsilon(0.03));
  }
}

TEST_CASE("the initial states are steady under a constant input") {
  for (const auto* f : {&ecg::founderBandpass(), &ecg::paperHighpass(), &ecg::paperLowpass(),
                        &ecg::notch50(), &ecg::notch60()}) {
    const double out = f->zi[0] + f->b[0];
    for (std::size_t k = 0; k < f->order(); ++k) {
      const double next = k + 1 < f->order() ? f->zi[k + 1] : 0;
      CHECK(next + f->b[k + 1] - out * f->a[k + 1] == doctest::Approx(f->zi[k]).epsilon(1e-6));
    }
  }
}

TEST_CASE("the sliding median is exact: ties, edges, signs, any size") {
  CHECK(ecg::medianFilter(leadI().data(), 1200, 201) == goldenStep("medfilt"));
  std::uint64_t state = 5;
  for (std::size_t n : {1u, 2u, 50u, 100u, 101u, 200u, 201u, 202u, 700u, 1500u})
    for (std::size_t kernel : {1u, 3u, 63u, 201u})
      for (std::uint64_t levels : {2u, 7u, 1000000u}) {
        CAPTURE(n);
        CAPTURE(kernel);
        CAPTURE(levels);
        std::vector<double> x(n);
        for (double& value : x)
          value = (static_cast<double>(ecg::testing::splitMix64(++state) % levels) -
                   static_cast<double>(levels / 2)) /
                  3;
        CHECK(ecg::medianFilter(x.data(), n, kernel) == naiveMedian(x, kernel));
      }
}

TEST_CASE("the median of extreme values, and of an even kernel") {
  std::vector<double> x = {1e300, -1e300, 5e-324, -5e-324, 0.0, -0.0, 1e30, -1e30, 1, 2, 3};
  CHECK(ecg::medianFilter(x.data(), x.size(), 3) == naiveMedian(x, 3));
  CHECK(ecg::medianFilter(x.data(), 0, 201).empty());
  CHECK_THROWS_AS(ecg::medianFilter(x.data(), x.size(), 200), std::invalid_argument);
}
