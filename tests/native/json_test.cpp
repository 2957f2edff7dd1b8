#include "preprocess/formats/json/json.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/array_checks.h"

using ecg::jsonFormat;
using ecg::Match;
using namespace ecg::test;

namespace {

ecg::ReadResult readJson(const std::string& text, const ecg::ReadOptions& options = bothGiven()) {
  const auto files = oneFile("x.json", text);
  CHECK(jsonFormat().sniff(files) == Match::possible);
  return jsonFormat().read(files, options);
}

}  // namespace

TEST_CASE("json: every layout of two leads says the same") {
  const char* const same[] = {
      R"({"fs": 250, "unit": "mV", "leads": ["II", "V1"], "data": [[0.5, -1, 2], [3, 2.5, 1]]})",
      R"({"fs": 250, "unit": "mV", "leads": ["II", "V1"], "data": [[0.5, 3], [-1, 2.5], [2, 1]]})",
      R"({"sampling_rate": "250 Hz", "units": ["mV", "mV"], "II": [0.5, -1, 2], "V1": [3, 2.5, 1]})",
      R"({"signal": {"leads": {"II": [0.5, -1, 2], "V1": [3, 2.5, 1]}, "sampleRate": 250,
          "unit": "mV"}, "patient": {"age": 8}})",
      R"({"frequency": 250, "unit": "mV", "leads": [{"name": "II", "samples": [0.5, -1, 2]},
          {"name": "V1", "samples": [3, 2.5, 1]}]})",
      R"([{"lead": "II", "unit": "mV", "fs": 250, "values": [0.5, -1, 2]},
          {"lead": "V1", "unit": "mV", "fs": 250, "values": [3, 2.5, 1]}])",
      R"({"samplingRate": 250, "leads": {"II": {"data": [0.5, -1, 2], "unit": "mV"},
          "V1": {"data": [3, 2.5, 1], "unit": "mV"}}})",
      R"({"samplingFrequency": 250, "II_mV": [0.5, -1, 2], "V1 [mV]": [3, 2.5, 1]})",
      R"({"time_ms": [0, 4, 8], "unit": "uV", "II": [500, -1000, 2000], "V1": [3000, 2500, 1000]})",
      R"({"fs": 250, "channels": "II, V1", "adc_gain": 1000, "signal": [[500, -1000, 2000],
          [3000, 2500, 1000]]})",
      R"({"fs": 250, "labels": ["II", "V1"], "gain": [1000, 100], "baseline": [10, 0],
          "units": "mV", "signal": [[510, -990, 2010], [300, 250, 100]]})"};
  for (const char* text : same) {
    CAPTURE(text);
    const auto r = readJson(text, {}).recording;
    CHECK(r.format == "json");
    CHECK(r.samplingRate == 250);
    REQUIRE(r.leads.size() == 2);
    CHECK(r.leads[0].name == "II");
    CHECK(r.leads[1].name == "V1");
    CHECK(r.leads[1].unit == "mV");
    CHECK(samplesOf(r, 0) == Floats{0.5f, -1, 2});
    CHECK(samplesOf(r, 1) == Floats{3, 2.5f, 1});
  }
}

TEST_CASE("json: a bare list, and missing samples") {
  const auto r = readJson("\xEF\xBB\xBF [1, null, NaN, -Infinity, -2.5e-1]").recording;
  CHECK(r.leads[0].name == "col 1");
  CHECK(r.samples[4] == -0.25f);
  CHECK(diagnosticOf(r, "missing-samples").find("3 samples are") == 0);
  CHECK_FALSE(diagnosticOf(r, "lead-unnamed").empty());
  const auto named = readJson(R"({"NaN \"NaN": "NaN", "ecg": [1, NaN, 3]})").recording;
  CHECK(std::isnan(named.samples[1]));
}

TEST_CASE("json: what is unsaid is asked for") {
  const std::string bare = "[0.5, -0.4, 0.1]";
  CHECK(refusal(jsonFormat(), "x.json", bare, "unit-unknown")
            .find("its unit and its sampling rate; give unitsPerMillivolt (1 for mV, 1000 for uV; "
                  "the size of the values suggests mV) and samplingRate (in Hz).") !=
        std::string::npos);
  refusal(jsonFormat(), "x.json", bare, "rate-unknown", given(0, 1));
  refusal(jsonFormat(), "x.json", bare, "unit-unknown", given(500, 0));
  refusal(jsonFormat(), "x.json", R"({"unit": "adu", "fs": 100, "ecg": [1, 5, 2]})",
          "unit-unknown");
  for (const char* rate : {"0", "-5", "\"fast\"", "1e9", "[250, 360]", "null"})
    refusal(jsonFormat(), "x.json",
            R"({"unit": "mV", "ecg": [1, 5, 2], "fs": )" + std::string(rate) + "}", "rate-unknown");
}

TEST_CASE("json: what the caller says otherwise is refused") {
  const std::string text = R"({"fs": 250, "unit": "mV", "II": [1, 5, 2]})";
  refusal(jsonFormat(), "x.json", text, "rate-mismatch", given(500, 0));
  refusal(jsonFormat(), "x.json", text, "unit-mismatch", given(0, 1000));
  refusal(jsonFormat(), "x.json", text, "leads-mismatch", given(0, 0, {"V1"}));
  refusal(jsonFormat(), "x.json", text, "leads-mismatch", given(0, 0, {"V1", "V2"}));
  ecg::ReadOptions negative;
  negative.samplingRate = -1;
  refusal(jsonFormat(), "x.json", text, "bad-option", negative);
  CHECK(readJson(text, given(251, 1, {"Lead II"})).recording.samplingRate == 250);
  refusal(jsonFormat(), "x.json", R"({"fs": 250, "samplingRate": 500, "ecg": [1, 5, 2]})",
          "rate-mismatch");
}

TEST_CASE("json: units by lead, and a lead that is no voltage") {
  const auto r = readJson(R"({"fs": 250, "units": ["uV", "mmHg"], "leads": ["II", "ABP"],
                              "signals": [[1000, 2000, 1500], [80, 120, 90]]})",
                          {})
                     .recording;
  CHECK(r.leads[0].unit == "mV");
  CHECK(r.samples[1] == 2);
  CHECK(r.leads[1].unit == "mmHg");
  CHECK(r.lead(1)[1] == 120);
}

TEST_CASE("json: a gain counts for whole numbers only, and is said") {
  const std::string steps = R"({"fs": 250, "gain": 200, "II": [100, -200, 300]})";
  const auto r = readJson(steps, {}).recording;
  CHECK(samplesOf(r) == Floats{0.5f, -1, 1.5f});
  CHECK(diagnosticOf(r, "gain-taken").find("200, was taken as ADC steps per millivolt.") !=
        std::string::npos);
  refusal(jsonFormat(), "x.json", R"({"fs": 250, "gain": 200, "II": [0.1, -0.2, 0.3]})",
          "unit-unknown");
  const auto physical =
      readJson(R"({"fs": 250, "gain": 200, "unit": "mV", "II": [0.5, -0.2, 0.3]})", {}).recording;
  CHECK(physical.samples[0] == 0.5f);
}

TEST_CASE("json: times give the rate") {
  const auto r =
      readJson(R"({"t": [0, 0.002, 0.004], "unit": "mV", "ecg": [1, 5, 2]})", {}).recording;
  CHECK(r.samplingRate == doctest::Approx(500));
  CHECK(diagnosticOf(r, "time-unit-assumed").find("taken as s, 500 Hz") != std::string::npos);
  refusal(jsonFormat(), "x.json", R"({"t": [0, 2, 4], "unit": "mV", "ecg": [1, 5, 2]})",
          "rate-unknown");
  CHECK(readJson(R"({"t": [0, 2, 4], "unit": "mV", "ecg": [1, 5, 2]})", given(500, 0))
            .recording.samplingRate == 500);
  refusal(jsonFormat(), "x.json", R"({"t": [0, 2, 3], "unit": "mV", "ecg": [1, 5, 2]})",
          "rate-unknown");
}

TEST_CASE("json: the patient is kept apart") {
  const auto result = readJson(
      R"({"ecg": [1, 5, 2], "patient": {"name": "A B", "mrn": "7", "dob": "2000-01-02",
          "age": "8.2 yr", "sex": "M"}})");
  CHECK(result.patient.name == "A B");
  CHECK(result.patient.id == "7");
  CHECK(result.patient.birthDate == "2000-01-02");
  CHECK(result.patient.age == "8.2 yr");
  CHECK(result.patient.sex == "M");
  CHECK(result.recording.leads[0].storedName.empty());
}

TEST_CASE("json: what is no recording") {
  for (const char* text : {"{", "[1, 2", "[1 2]", "[1e999]", "{\"a\": tru}", "[1, 2] 3"})
    refusal(jsonFormat(), "x.json", text, "bad-json", bothGiven());
  for (const char* text : {"{}", "[]", "[[]]", "[3]", "{\"rpeaks\": [5, 1, 9]}", "[1, 2, 3]",
                           "{\"a\": \"text\"}", "[[1], 3]", "[true, false]"})
    refusal(jsonFormat(), "x.json", text, "no-signal", bothGiven());
  refusal(jsonFormat(), "x.json", std::string(17, '[') + "1" + std::string(17, ']'), "bad-json",
          bothGiven());
  refusal(jsonFormat(), "x.json", std::string(100000, '['), "bad-json", bothGiven());
}

TEST_CASE("json: ragged lists are recordings of their own") {
  const auto r = readJson("[[1, 2, 0], [3, 0, 4, 5]]", given(500, 1, {}, 1)).recording;
  CHECK(r.length == 4);
  CHECK(diagnosticOf(r, "several-recordings").find("2 recordings") != std::string::npos);
}

TEST_CASE("json: duplicate leads, and too many values") {
  const auto r =
      readJson(R"({"leads": ["I", "Lead I"], "data": [[1, 2, 0], [3, 0, 4]]})").recording;
  CHECK(diagnosticOf(r, "duplicate-lead") == "More than one lead is named I.");
  std::string many = "{\"ecg\": [1, 5, 2]";
  for (int i = 0; i < 20001; ++i) many += ", \"v" + std::to_string(i) + "\": 1";
  CHECK(diagnosticOf(readJson(many + "}").recording, "array-left-out").find("20000") !=
        std::string::npos);
}

TEST_CASE("json: many objects take time that grows with their number, and are refused") {
  std::string many = "[{}", keys = "{\"a\": 1";
  for (int i = 0; i < 300000; ++i) many += ",{}";
  refusal(jsonFormat(), "x.json", many + "]", "bad-json", bothGiven());
  for (int i = 0; i < 300000; ++i) keys += ",\"" + std::to_string(i) + "\":1";
  refusal(jsonFormat(), "x.json", keys + "}", "bad-json", bothGiven());
}

TEST_CASE("json: where it fails, counted in the file's own bytes") {
  CHECK(refusal(jsonFormat(), "x.json", "[NaN, Infinity, x]", "bad-json", bothGiven())
            .find("at byte 17;") != std::string::npos);
}

TEST_CASE("json: sniffing") {
  for (const char* text : {"", "text", "[section]\na=1\n", "{a: 1}", "<a/>", "["})
    CHECK(jsonFormat().sniff(oneFile("x", text)) == Match::none);
}
