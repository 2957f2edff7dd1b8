#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/csv_checks.h"

using ecg::csvFormat;
using namespace ecg::test;

TEST_CASE("csv: rates in comments") {
  for (const char* comment : {"# sampling rate: 500", "#fs=500", "# Sampling Rate (Hz):= 500.00",
                              "# fs = 0.5 kHz", "# {\"sampling rate\": 500, \"x\": 1}",
                              "#SAMPLE_RATE 500 Hz", "# Sampling frequency=5e2"}) {
    CAPTURE(comment);
    const auto result = readAll(std::string(comment) + "\nI (mV)\n1\n2\n");
    CHECK(result.recording.samplingRate == 500);
    REQUIRE(result.patient.comments.size() == 1);
  }
  for (const char* comment : {"# offset=500", "# sampling rate: fast", "# fs=-5", "# fs=1e999"})
    refusal(csvFormat(), "c.csv", std::string(comment) + "\nI (mV)\n1\n2\n", "rate-unknown");
}

TEST_CASE("csv: times without a unit") {
  auto r = readText("time,I (mV)\n0,1\n0.004,2\n0.008,3\n");
  CHECK(r.samplingRate == doctest::Approx(250));
  CHECK(diagnosticOf(r, "time-unit-assumed").find("as s") != std::string::npos);
  r = readText("0.000,1\n0.004,2\n0.008,3\n", given(0, 1));
  CHECK(r.samplingRate == doctest::Approx(250));
  CHECK(r.leads.size() == 1);
  const std::string milliseconds = "time,I (mV)\n0,1\n4,2\n8,3\n";
  CHECK(refusal(csvFormat(), "ms.csv", milliseconds, "rate-unknown")
            .find("250 Hz if its times are "
                  "in ms") != std::string::npos);
  r = readText(milliseconds, given(250, 0));
  CHECK(diagnosticOf(r, "time-unit-assumed").find("as ms") != std::string::npos);
  refusal(csvFormat(), "ms.csv", milliseconds, "rate-mismatch", given(300, 0));
}

TEST_CASE("csv: a sample counter gives no rate, but shows what is missing") {
  for (const char* text :
       {"sample,I (mV)\n0,1\n1,2\n2,3\n5,4\n", "time,I (mV)\n0,1\n1,2\n2,3\n5,4\n"}) {
    refusal(csvFormat(), "n.csv", text, "rate-unknown");
    const auto r = readText(text, given(500, 0));
    CHECK(r.length == 6);
    CHECK(std::isnan(r.samples[3]));
    CHECK(r.samples[5] == 4);
    CHECK(diagnosticOf(r, "gap") != "");
  }
  const auto r = readText("0,1\n1,2\n2,3\n3,4\n", given(500, 1));
  CHECK(r.leads.size() == 1);
  CHECK(r.leads[0].name == "col 2");
  const auto wrapped = readText("index,I (mV)\n254,1\n255,2\n0,3\n1,4\n", given(500, 0));
  CHECK(wrapped.length == 4);
  CHECK(diagnosticOf(wrapped, "counter-ignored") != "");
  CHECK(readText(",0,1,2\n0,5,6,7\n1,8,9,1\n2,3,5,4\n", given(500, 1)).leads.size() == 3);
}

TEST_CASE("csv: a first column that is not evenly spaced is a lead") {
  const auto r = readText("0.1,5\n0.2,6\n0.9,7\n0.3,8\n", given(500, 1));
  CHECK(r.leads.size() == 2);
  CHECK(r.samples[2] == 0.9f);
  CHECK(readText("0,5\n1,6\n2,7\n", given(500, 1, {"I", "II"})).leads.size() == 2);
}

TEST_CASE("csv: jitter is evened out, gaps are NaN, and the rest is refused") {
  std::string rounded = "time (ms),II (mV)\n";
  for (int i = 0; i < 3600; ++i)
    rounded += std::to_string(std::lround(i * 1000.0 / 360)) + "," + std::to_string(i) + "\n";
  auto r = readText(rounded);
  CHECK(r.length == 3600);
  CHECK(r.samplingRate == doctest::Approx(360).epsilon(1e-4));
  r = readText("t (s),I (mV)\n0,1\n0.01,2\n0.02,3\n0.05,4\n0.06,5\n");
  REQUIRE(r.length == 7);
  CHECK(r.samplingRate == doctest::Approx(100));
  CHECK(r.samples[2] == 3);
  CHECK(std::isnan(r.samples[3]));
  CHECK(std::isnan(r.samples[4]));
  CHECK(r.samples[5] == 4);
  CHECK(diagnosticOf(r, "gap").find("0.02 s at 0.03 s") != std::string::npos);
  refusal(csvFormat(), "j.csv", "t (s),I (mV)\n0,1\n0.01,2\n0.02,3\n0.045,4\n0.055,5\n",
          "irregular-time");
  refusal(csvFormat(), "j.csv", "t (s),I (mV)\n0,1\n0.01,2\n0.02,3\n0.022,4\n0.032,5\n0.042,5\n",
          "irregular-time");
  CHECK(refusal(csvFormat(), "j.csv", "t (s),I (mV)\n0,1\n0.01,2\n0.01,3\n", "time-not-increasing")
            .find("line 4") != std::string::npos);
  refusal(csvFormat(), "j.csv", "t (s),I (mV)\n0,1\n1,2\n2,3\n99999999999,4\n", "gap-too-long");
  refusal(csvFormat(), "j.csv", "t (s),I (mV)\n0,1\n1,2\n2,3\n1e300,4\n", "gap-too-long");
}

TEST_CASE("csv: dates and times of day") {
  const auto result = readAll(
      "timestamp,ecg (mV)\n2024-02-28T23:59:59.990Z,1\n2024-02-29T00:00:00.000Z,2\n"
      "2024-02-29T00:00:00.010Z,3\n");
  CHECK(result.recording.samplingRate == doctest::Approx(100).epsilon(1e-5));
  CHECK(result.patient.recordedAt == "2024-02-28T23:59:59.990Z");
  const auto r = readText("date,ecg (mV)\n28 Feb,1\n28 Feb,2\n", given(100, 0));
  CHECK(r.leads.size() == 1);
  CHECK(diagnosticOf(r, "column-left-out").find("date") != std::string::npos);
  refusal(csvFormat(), "d.csv", "time,I (mV)\n10:00:00.1,1\nlater,2\n", "not-a-number");
}

TEST_CASE("csv: several time columns, and columns that are no leads") {
  const auto r = readText(
      "Phone timestamp;sensor timestamp [ns];timestamp [ms];ecg [uV]\n"
      "2024-05-05T12:00:00.000;1714920600006020096;0.000;-98\n"
      "2024-05-05T12:00:00.007;1714920600013702400;7.682;-84\n"
      "2024-05-05T12:00:00.015;1714920600021384960;15.365;-72\n");
  CHECK(r.samplingRate == doctest::Approx(130.17).epsilon(1e-4));
  REQUIRE(r.leads.size() == 1);
  CHECK(r.samples[0] == -0.098f);
  const auto polar = readText(
      "time,ecg,hr,rr\n1714920600006020096,-0.098,,\n"
      "1714920600013702400,-0.084,61,\n1714920600021384960,-0.072,,980\n",
      given(130, 1));
  CHECK(polar.leads.size() == 1);
  CHECK(polar.samplingRate == doctest::Approx(130.17).epsilon(1e-4));
  CHECK(diagnosticOf(polar, "column-left-out").find("hr") != std::string::npos);
  CHECK(readText("I (mV),annotation\n1,N\n2,\n", given(500, 0)).leads.size() == 1);
  const auto other = readText("I (mV),resp [ohm]\n1,7\n2,8\n", given(500, 0));
  CHECK(other.leads[1].unit == "ohm");
  CHECK(samplesOf(other, 1) == Floats{7, 8});
  CHECK(readText("I (Einthoven),II (adc)\n1,2\n3,4\n", given(500, 10)).samples[0] == 0.1f);
}
