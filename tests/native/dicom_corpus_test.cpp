#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "preprocess/formats/dicom/dicom.h"
#include "tests/support/reader_checks.h"

using ecg::dicomFormat;
using namespace ecg::test;

namespace {

/// A file's expected values as JSON; null where the corpus is absent.
nlohmann::json expectedOf(const std::string& path) {
  auto json = corpusBytes("expected.json");
  if (!json) return nullptr;
  for (std::size_t at = 0; (at = json->find("NaN", at)) != std::string::npos;)
    json->replace(at, 3, "0");
  return nlohmann::json::parse(*json)[path];
}

/// Reads a file of the corpus and compares it with what an independent reader found in it.
ecg::ReadResult readAndCompare(const std::string& path, const std::string& bytes,
                               const nlohmann::json& expected) {
  const auto files = oneFile("x.dcm", bytes);
  CHECK(dicomFormat().sniff(files) == ecg::Match::certain);
  auto result = dicomFormat().read(files, {});
  const auto& r = result.recording;
  INFO(path);
  CHECK(r.samplingRate == expected["fs"].get<double>());
  CHECK(r.length == expected["n_samples"].get<std::size_t>());
  REQUIRE(r.leads.size() == expected["leads"].size());
  for (std::size_t lead = 0; lead < r.leads.size(); ++lead) {
    const auto name = expected["leads"][lead].get<std::string>();
    CHECK(r.leads[lead].storedName == name);
    CHECK(r.leads[lead].unit == "mV");
    if (expected["first8_mV"].contains(name))
      for (std::size_t i = 0; i < 8; ++i)
        CHECK(r.lead(lead)[i] ==
              doctest::Approx(expected["first8_mV"][name][i].get<double>()).epsilon(1e-6));
    const auto [low, high] = std::minmax_element(r.lead(lead), r.lead(lead) + r.length);
    CHECK(std::abs(*low - expected["min_mV"][lead].get<double>()) < 6e-5);
    CHECK(std::abs(*high - expected["max_mV"][lead].get<double>()) < 6e-5);
  }
  return result;
}

}  // namespace

TEST_CASE("dicom corpus: implicit VR, rhythm and median beat, a padding value of 0") {
  const std::string path = "dicom/ecgtoolkit/Example.dcm";
  const auto bytes = corpusBytes(path);
  const auto expected = expectedOf(path);
  if (!bytes || expected.is_null()) return;
  const auto result = readAndCompare(path, *bytes, expected);
  const auto& r = result.recording;
  const char* names[] = {"I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"};
  for (std::size_t i = 0; i < 12; ++i) CHECK(r.leads[i].name == names[i]);
  CHECK(std::none_of(r.samples.begin(), r.samples.end(), [](float x) { return x != x; }));
  CHECK(diagnosticOf(r, "padding-value").find("1269 samples have") == 0);
  CHECK(diagnosticOf(r, "several-recordings").find("2 \"MEDIAN BEAT\": 12 channels, 1.2 s") !=
        std::string::npos);
  CHECK(diagnosticOf(r, "annotations") == "108 annotations were not read.");
  CHECK(result.patient.birthDate == "1953-05-08");
  CHECK(result.patient.sex == "M");
  CHECK(result.patient.recordedAt == "2002-11-22T09:10:00");
}

TEST_CASE("dicom corpus: explicit VR, filters, findings and the median beat by choice") {
  const std::string path = "dicom/pydicom/waveform_ecg.dcm";
  const auto bytes = corpusBytes(path);
  const auto expected = expectedOf(path);
  if (!bytes || expected.is_null()) return;
  const auto result = readAndCompare(path, *bytes, expected);
  const auto& r = result.recording;
  CHECK(r.leads[0].name == "I");
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: 0.05 to 300 Hz.");
  CHECK(result.interpretation == std::vector<std::string>{"RITMO SINUSALE", "ECG NORMALE"});
  CHECK(diagnosticOf(r, "annotations") == "75 annotations were not read.");
  CHECK(result.patient.age == "42");
  CHECK(result.patient.recordedAt == "2013-01-25T10:59:19");
  ecg::ReadOptions second;
  second.recording = 2;
  const auto median = dicomFormat().read(oneFile("x.dcm", *bytes), second).recording;
  CHECK(median.length == 1200);
  CHECK(!diagnosticOf(median, "derived-waveform").empty());
}
