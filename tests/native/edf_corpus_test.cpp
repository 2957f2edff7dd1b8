#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "preprocess/formats/edf.h"
#include "tests/support/reader_checks.h"

using ecg::edfFormat;
using namespace ecg::test;

TEST_CASE("edf corpus: a CinC 2017 strip agrees with biosig") {
  const auto bytes = corpusBytes("edf_bdf/cardio/sample.edf");
  auto json = corpusBytes("expected.json");
  if (!bytes || !json) return;
  for (std::size_t at = 0; (at = json->find("NaN", at)) != std::string::npos;)
    json->replace(at, 3, "0");
  const auto expected = nlohmann::json::parse(*json)["edf_bdf/cardio/sample.edf"];
  const auto r = edfFormat().read(oneFile("sample.edf", *bytes), {}).recording;
  CHECK(r.samplingRate == expected["fs"].get<double>());
  CHECK(r.length == expected["n_samples"].get<std::size_t>());
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "ECG");
  for (std::size_t i = 0; i < 8; ++i)
    CHECK(r.samples[i] ==
          doctest::Approx(expected["first8_mV"]["ECG"][i].get<double>()).epsilon(1e-6));
  const auto [low, high] = std::minmax_element(r.samples.begin(), r.samples.end());
  CHECK(*low == expected["min_mV"][0].get<float>());
  CHECK(*high == expected["max_mV"][0].get<float>());
  CHECK(diagnosticOf(r, "padded-tail").find("ECG 3000 samples") != std::string::npos);
}

TEST_CASE("edf corpus: a file of annotations only") {
  const auto bytes = corpusBytes("edf_bdf/from_wfdb_python/test_edfann.edf");
  if (bytes) refusal(edfFormat(), "test_edfann.edf", *bytes, "no-signal");
}

TEST_CASE("edf corpus: the generator's EDF+ waves") {
  const auto bytes = corpusBytes("edf_bdf/pyedflib_synthetic/test_generator.edf");
  if (!bytes) return;
  const auto result = edfFormat().read(oneFile("test_generator.edf", *bytes), {});
  const auto& r = result.recording;
  CHECK(r.format == "edf+");
  CHECK(r.samplingRate == 200);
  CHECK(r.length == 120000);
  REQUIRE(r.leads.size() == 11);
  CHECK(diagnosticOf(r, "annotations") == "2 annotations were not read.");
  CHECK(result.patient.name == "Hans Muller");
  CHECK(result.patient.birthDate == "1969-06-30");
  CHECK(result.patient.recordedAt == "2011-04-04T12:57:02");
  // 0.1 mV sines; one digital step is 3.1e-5 mV.
  const std::pair<std::size_t, double> sines[] = {
      {4, 1.0}, {5, 8.0}, {7, 8.5}, {8, 15.0}, {9, 17.0}};
  for (const auto& sine : sines) {
    const std::size_t lead = sine.first;
    const double hertz = sine.second;
    double worst = 0;
    for (std::size_t i = 0; i < r.length; ++i) {
      const double t = static_cast<double>(i + 1) / 200;
      worst = std::max(worst, std::fabs(r.lead(lead)[i] - 0.1 * std::sin(2 * M_PI * hertz * t)));
    }
    CHECK_MESSAGE(worst < 4.6e-5, r.leads[lead].name);
  }
  for (std::size_t i = 0; i < r.length; ++i)
    REQUIRE(std::fabs(std::fabs(r.lead(0)[i]) - 0.1) < 4e-5);
}

TEST_CASE("edf corpus: the generator's BDF+ waves, five rates") {
  const auto bytes = corpusBytes("edf_bdf/pyedflib_synthetic/test_generator.bdf");
  if (!bytes) return;
  const auto r = edfFormat().read(oneFile("test_generator.bdf", *bytes), {}).recording;
  CHECK(r.format == "bdf+");
  CHECK(r.samplingRate == 1000);
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "sine 5Hz");
  CHECK(std::count_if(r.diagnostics.begin(), r.diagnostics.end(),
                      [](const auto& d) { return d.code == "other-rate"; }) == 4);
  // A sine of 1 mV; one digital step is 3.6e-7 mV.
  for (std::size_t i = 0; i < r.length; ++i)
    REQUIRE(std::fabs(r.samples[i] - std::sin(2 * M_PI * 5 * static_cast<double>(i + 1) / 1000)) <
            1e-6);
}
