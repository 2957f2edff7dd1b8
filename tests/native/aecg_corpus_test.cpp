#include <doctest/doctest.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "preprocess/formats/aecg/aecg.h"
#include "tests/support/reader_checks.h"

using ecg::aecgFormat;
using namespace ecg::test;

namespace {

/// What an independent reader found in a corpus file.
std::optional<nlohmann::json> expectedOf(const std::string& path) {
  auto json = corpusBytes("expected.json");
  if (!json) return std::nullopt;
  for (std::size_t at = 0; (at = json->find("NaN", at)) != std::string::npos;)
    json->replace(at, 3, "0");
  return nlohmann::json::parse(*json)[path];
}

void checkAgainst(const nlohmann::json& expected, const ecg::Recording& r) {
  CHECK(r.samplingRate == expected["fs"].get<double>());
  CHECK(r.length == expected["n_samples"].get<std::size_t>());
  REQUIRE(r.leads.size() == expected["leads"].size());
  for (std::size_t lead = 0; lead < r.leads.size(); ++lead) {
    const std::string stored = expected["leads"][lead];
    CHECK(r.leads[lead].storedName == stored);
    CHECK(r.leads[lead].unit == "mV");
    const float* samples = r.lead(lead);
    const auto [low, high] = std::minmax_element(samples, samples + r.length);
    CHECK(*low == expected["min_mV"][lead].get<float>());
    CHECK(*high == expected["max_mV"][lead].get<float>());
    if (!expected["first8_mV"].contains(stored)) continue;
    const auto& first = expected["first8_mV"][stored];
    for (std::size_t i = 0; i < first.size(); ++i) CHECK(samples[i] == first[i].get<float>());
  }
}

}  // namespace

TEST_CASE("aecg corpus: every file agrees with an independent decoder") {
  for (const char* path : {"hl7_aecg/ecgtoolkit/Example.xml", "hl7_aecg/fda/Example_aECG.xml",
                           "hl7_aecg/fda/minimum_aecg.xml", "hl7_aecg/ecg_kit/ecg_hl7.xml"}) {
    CAPTURE(path);
    const auto bytes = corpusBytes(path);
    const auto expected = expectedOf(path);
    if (!bytes || !expected) continue;
    CHECK(aecgFormat().sniff(oneFile(path, *bytes)) == ecg::Match::certain);
    checkAgainst(*expected, aecgFormat().read(oneFile(path, *bytes), {}).recording);
  }
}

TEST_CASE("aecg corpus: the standard's example, its representative beat and what it says") {
  const auto bytes = corpusBytes("hl7_aecg/ecgtoolkit/Example.xml");
  if (!bytes) return;
  const auto result = aecgFormat().read(oneFile("Example.xml", *bytes), {});
  const auto& r = result.recording;
  CHECK(r.leads[9].name == "aVR");
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: "
        "1 rhythm (12 leads), 2 representative beat (12 leads).");
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: low pass 150 Hz, high pass (FIR), "
        "notch 60 Hz (Adaptive).");
  CHECK(result.interpretation == std::vector<std::string>{"Sinus Rhythm"});
  CHECK(result.patient.id == "SBJ-123");
  CHECK(result.patient.name == "Clark");
  CHECK(result.patient.birthDate == "1953-05-08");
  CHECK(result.patient.sex == "M");
  CHECK(result.patient.age == "46");
  CHECK(result.patient.recordedAt == "2002-11-22T09:10:00");
  CHECK(result.patient.comments.size() == 1);
  ecg::ReadOptions second;
  second.recording = 2;
  const auto beat = aecgFormat().read(oneFile("Example.xml", *bytes), second).recording;
  CHECK(beat.samplingRate == 500);
  CHECK(beat.length == 599);
  CHECK(beat.leads.size() == 12);
}
