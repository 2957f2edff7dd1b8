// The presets against SciPy 1.10: tests/golden/make_preprocess_golden.py made the expected values.
#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <fstream>
#include <sstream>

#include "preprocess/input/input.h"
#include "preprocess/input/window.h"
#include "tests/support/npy.h"
#include "tests/support/synthetic_ecg.h"

namespace {

using ecg::testing::SyntheticEcg;

const std::string golden = std::string(ECG_SOURCE_DIR) + "/tests/golden/preprocess/";

struct Case {
  std::string name, preset;
  SyntheticEcg ecg;
  double mainsHz = 50;
  std::size_t windows = 0;
};

std::vector<Case> goldenCases() {
  std::ifstream file(golden + "cases.txt");
  std::vector<Case> cases;
  for (std::string line; std::getline(file, line);) {
    std::istringstream in(line);
    Case c;
    in >> c.name >> c.preset >> c.ecg.rateMilliHz >> c.ecg.samples >> c.ecg.leads >> c.mainsHz >>
        c.ecg.damage >> c.windows;
    c.ecg.seed = cases.size() + 1;
    cases.push_back(c);
  }
  return cases;
}

/// The sample indices that the golden files keep.
std::vector<std::size_t> keptSamples() {
  std::vector<std::size_t> kept;
  for (std::size_t t = 0; t < 50; ++t) kept.push_back(t);
  for (std::size_t t = 50; t < 4950; t += 23) kept.push_back(t);
  for (std::size_t t = 4950; t < 5000; ++t) kept.push_back(t);
  return kept;
}

/// Largest difference between rows of 5000 samples and a golden file; infinite where shapes differ.
template <typename Value>
double largestDifference(const std::vector<Value>& rows, const ecg::testing::NpyArray& expected) {
  const auto kept = keptSamples();
  const std::size_t count = rows.size() / ecg::modelWindowSamples;
  if (expected.shape != std::vector<std::size_t>{count, kept.size()}) return INFINITY;
  double largest = 0;
  for (std::size_t r = 0; r < count; ++r)
    for (std::size_t k = 0; k < kept.size(); ++k) {
      const double difference = std::abs(rows[r * ecg::modelWindowSamples + kept[k]] -
                                         expected.values[r * kept.size() + k]);
      largest = difference <= largest ? largest : difference;  // keeps a NaN
    }
  return largest;
}

ecg::Signal toSignal(const ecg::Recording& recording) {
  ecg::Signal signal(recording.leads.size(), recording.length);
  std::copy(recording.samples.begin(), recording.samples.end(), signal.samples.begin());
  return signal;
}

}  // namespace

TEST_CASE("every preset agrees with SciPy at every rate, length and damage") {
  const auto cases = goldenCases();
  REQUIRE(cases.size() >= 60);
  double largest = 0;
  std::string where;
  for (const Case& c : cases) {
    CAPTURE(c.name);
    ecg::InputOptions options;
    options.preset = ecg::presetFromName(c.preset);
    options.leads = c.ecg.leads;
    options.mainsHz = c.mainsHz;
    const auto input = ecg::prepareInput(ecg::testing::syntheticEcg(c.ecg), options);
    CHECK(input.windows.size() == c.windows);
    const double difference =
        largestDifference(input.values, ecg::testing::readNpy(golden + c.name + ".npy"));
    CHECK(difference <= 1e-5);
    if (difference > largest) {
      largest = difference;
      where = c.name;
    }
  }
  MESSAGE("largest difference from SciPy over " << cases.size() << " cases, as float32: " << largest
                                                << " (" << where << ")");
}

TEST_CASE("founder in double agrees with SciPy to 1e-9") {
  ecg::Signal window = toSignal(ecg::testing::syntheticEcg({98, 500000, 5000, 12, "none"}));
  ecg::conditionWindow(window, ecg::Preset::founder);
  const double difference =
      largestDifference(window.samples, ecg::testing::readNpy(golden + "signal_founder.npy"));
  MESSAGE("founder in double, largest difference from SciPy: " << difference);
  CHECK(difference <= 1e-9);
}

TEST_CASE("the z-score is one over all leads, not lead by lead") {
  ecg::Signal window = toSignal(ecg::testing::syntheticEcg({98, 500000, 5000, 12, "none"}));
  ecg::conditionWindow(window, ecg::Preset::founder);
  const auto expected = ecg::testing::readNpy(golden + "signal_founder_mean_std.npy");
  double smallest = INFINITY, biggest = 0;
  for (std::size_t l = 0; l < 12; ++l) {
    double sum = 0, squares = 0;
    for (std::size_t t = 0; t < 5000; ++t) sum += window.lead(l)[t];
    const double mean = sum / 5000;
    for (std::size_t t = 0; t < 5000; ++t) squares += std::pow(window.lead(l)[t] - mean, 2);
    const double deviation = std::sqrt(squares / 5000);
    CHECK(mean == doctest::Approx(expected.values[l]).epsilon(1e-9));
    CHECK(deviation == doctest::Approx(expected.values[12 + l]).epsilon(1e-9));
    smallest = std::min(smallest, deviation);
    biggest = std::max(biggest, deviation);
  }
  CHECK(biggest > 3 * smallest);  // a z-score lead by lead would make every one of them 1
}

TEST_CASE("prepareWindow, the way in for a stream, gives what prepareInput gives") {
  for (std::size_t samples : {std::size_t{5000}, std::size_t{2000}}) {
    const auto recording = ecg::testing::syntheticEcg({7, 500000, samples, 12, "scattered"});
    for (auto preset : {ecg::Preset::founder, ecg::Preset::ptbxlEval, ecg::Preset::paper}) {
      ecg::InputOptions options;
      options.preset = preset;
      CHECK(ecg::prepareWindow(toSignal(recording), preset) ==
            ecg::prepareInput(recording, options).values);
    }
  }
  CHECK_THROWS_AS(ecg::prepareWindow(ecg::Signal(1, 5001), ecg::Preset::founder),
                  std::invalid_argument);
}
