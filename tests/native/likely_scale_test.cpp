#include "preprocess/formats/likely_scale.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>
#include <vector>

namespace {

/// A wave of 1 mV from peak to peak with a tall artefact, in units per millivolt.
std::vector<float> wave(double unitsPerMillivolt) {
  std::vector<float> out(1000);
  for (std::size_t i = 0; i < out.size(); ++i)
    out[i] = static_cast<float>(unitsPerMillivolt * 0.5 * std::sin(static_cast<double>(i) / 20));
  out[500] = static_cast<float>(1000 * unitsPerMillivolt);
  out[10] = std::numeric_limits<float>::quiet_NaN();
  return out;
}

}  // namespace

TEST_CASE("likely scale: by the spread, whatever single samples are") {
  const std::pair<double, const char*> units[] = {{1e-3, "V"}, {1, "mV"}, {1e3, "uV"}, {1e6, "nV"}};
  for (const auto& [scale, name] : units) {
    const auto samples = wave(scale);
    CHECK(ecg::likelyUnitHint(samples.data(), samples.size()) ==
          std::string("; the size of the values suggests ") + name);
    CHECK(ecg::typicalSpread(samples.data(), samples.size()) / scale ==
          doctest::Approx(1).epsilon(0.01));
  }
}

TEST_CASE("likely scale: of steps the usual number that comes nearest to a QRS complex") {
  for (const auto& [scale, said] : {std::pair(300.0, "200"), {1500.0, "1000"}, {1.4, "1"}})
    CHECK(ecg::likelyStepsHint(wave(scale).data(), 1000) ==
          std::string("; the spread of its values suggests ") + said);
  const std::vector<float> flat(20, 7);
  CHECK(ecg::likelyStepsHint(flat.data(), flat.size()).empty());
}

TEST_CASE("likely scale: nothing is said where nothing fits") {
  const auto samples = wave(50);
  CHECK(ecg::likelyUnitHint(samples.data(), samples.size()).empty());
  CHECK(ecg::typicalSpread(samples.data(), 0) == 0);
  const std::vector<float> missing(20, std::numeric_limits<float>::quiet_NaN());
  CHECK(ecg::likelyUnitHint(missing.data(), missing.size()).empty());
}

TEST_CASE("likely scale: of several leads the median one") {
  std::vector<float> leads;
  for (const double units : {1.0, 1000.0, 1000.0}) {
    const auto one = wave(units);
    leads.insert(leads.end(), one.begin(), one.end());
  }
  CHECK(ecg::likelyUnitHint(leads.data(), 1000, 3) == "; the size of the values suggests uV");
}

TEST_CASE("likely scale: values from exactly 0 to 1 look scaled") {
  std::vector<float> samples = {0, 0.25f, 1, 0.5f};
  CHECK(ecg::likelyUnitHint(samples.data(), 4).find("had been scaled") != std::string::npos);
  samples[1] = 0;
  samples[3] = 1;
  CHECK(ecg::likelyUnitHint(samples.data(), 4) == "; the size of the values suggests mV");
}
