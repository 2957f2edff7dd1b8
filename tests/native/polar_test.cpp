#include "preprocess/formats/polar.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/expect_error.h"
#include "tests/support/fuzz_seeds.h"
#include "tests/support/reader_checks.h"

using ecg::polarFormat;
using ecg::readRecording;
using namespace ecg::test;

namespace {

/// `rows` samples of Polar Sensor Logger at 130 Hz; `missing(row)` is left out.
template <typename Missing>
std::string sensorLogger(int rows, Missing missing) {
  std::string text = "Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]\n";
  for (int i = 0; i < rows; ++i) {
    if (missing(i)) continue;
    const long long ns = 599616000000000000LL + std::llround(i * 1e9 / 130);
    text += "2019-01-01T00:00:00.000;" + std::to_string(ns) + ";0.0;" + std::to_string(i) + "\n";
  }
  return text;
}

}  // namespace

TEST_CASE("polar: Polar Sensor Logger, with a gap that stays a gap") {
  const auto result =
      readRecording(oneFile("x.txt", sensorLogger(400, [](int i) { return i / 73 == 2; })));
  const auto& r = result.recording;
  CHECK(r.format == "polar");
  CHECK(r.wearable == "chest strap");
  CHECK(r.samplingRate == doctest::Approx(130).epsilon(1e-6));
  REQUIRE(r.length == 400);
  CHECK(r.samples[145] == 0.145f);
  CHECK(std::isnan(r.samples[146]));
  CHECK(std::isnan(r.samples[218]));
  CHECK(r.samples[219] == 0.219f);
  CHECK(diagnosticOf(r, "gap").find("1 gap is filled with NaN") == 0);
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "ecg");
  CHECK(r.leads[0].storedName == "ecg [uV]");
  CHECK(r.leads[0].unit == "mV");
  CHECK(diagnosticOf(r, "chest-strap-lead").find("is not lead I") != std::string::npos);
  CHECK(r.diagnostics.size() == 2);
  CHECK(result.patient.recordedAt == "2019-01-01T00:00:00.000");
}

TEST_CASE("polar: ECG Logger's units are the app's, and said") {
  const auto r = readRecording(oneFile("x.csv", polarSeeds()[1].second)).recording;
  CHECK(r.format == "polar");
  CHECK(r.wearable == "chest strap");
  CHECK(r.samplingRate == doctest::Approx(130.17).epsilon(1e-4));
  CHECK(r.samples == std::vector<float>{-0.098f, -0.084f, -0.072f});
  CHECK(r.leads[0].name == "ecg");
  CHECK(diagnosticOf(r, "unit-by-format").find("mV") != std::string::npos);
  CHECK(hasDiagnostic(r, "chest-strap-lead"));
}

TEST_CASE("polar: times that make no grid are refused") {
  std::string text = polarSeeds()[0].second;
  refusal(polarFormat(), "x.txt", text + "2024;599616000043500000;0;1\n", "irregular-time");
  refusal(polarFormat(), "x.txt", text + "2024;599616000038461538;0;1\n", "time-not-increasing");
  ecg::ReadOptions options;
  options.samplingRate = 250;
  refusal(polarFormat(), "x.txt", text, "rate-mismatch", options);
}

TEST_CASE("polar: only what is sure is claimed") {
  const std::string rows = "1714920600006020096,-98,,\n1714920600013702400,-84,,\n";
  for (const std::string& text :
       {// Whole numbers: they may be uV.
        "time,ecg,hr,rr\n" + rows,
        // Not in ns.
        std::string("time,ecg,hr,rr\n0,-0.1,,\n7,-0.2,,\n"), std::string("time,ecg,hr,rr\n"),
        std::string("Phone timestamp;sensor timestamp [ns];X [mg];Y [mg];Z [mg]\n1;2;3;4;5\n"),
        std::string("time;ecg [uV]\n0;1\n"), std::string()})
    CHECK(polarFormat().sniff(oneFile("x.csv", text)) == ecg::Match::none);
  CHECK(refusal(oneFile("x.csv", "time,ecg,hr,rr\n" + rows)).code == "unit-unknown");
}
