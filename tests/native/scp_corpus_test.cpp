#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <nlohmann/json.hpp>

#include "preprocess/formats/scp/scp.h"
#include "preprocess/leads/names.h"
#include "tests/support/reader_checks.h"

using ecg::scpFormat;
using namespace ecg::test;

namespace {

std::optional<nlohmann::json> expectedOf(const std::string& path) {
  auto json = corpusBytes("expected.json");
  if (!json) return std::nullopt;
  for (std::size_t at = 0; (at = json->find("NaN", at)) != std::string::npos;)
    json->replace(at, 3, "0");
  return nlohmann::json::parse(*json)[path];
}

/// Compares the lead that the other reader has at `index`.
void checkLead(const ecg::Recording& r, const nlohmann::json& expected, std::size_t index,
               double tolerance) {
  const std::string label = expected["leads"][index];
  const auto lead = std::find_if(r.leads.begin(), r.leads.end(), [&](const ecg::Lead& l) {
    return l.name == ecg::canonicalLeadName(label);
  });
  REQUIRE_MESSAGE(lead != r.leads.end(), label);
  const float* samples = r.lead(static_cast<std::size_t>(lead - r.leads.begin()));
  if (expected["first8_mV"].contains(label))
    for (std::size_t i = 0; i < 8; ++i)
      CHECK(samples[i] == expected["first8_mV"][label][i].get<float>());
  const auto [low, high] = std::minmax_element(samples, samples + r.length);
  CHECK(std::fabs(*low - expected["min_mV"][index].get<double>()) <= tolerance);
  CHECK(std::fabs(*high - expected["max_mV"][index].get<double>()) <= tolerance);
}

std::optional<ecg::ReadResult> readCorpus(const std::string& path, std::string& bytes) {
  const auto stored = corpusBytes(path);
  if (!stored) return std::nullopt;
  bytes = *stored;
  return scpFormat().read(oneFile(path, bytes), {});
}

/// Reads an SCP file and compares all of it with what another reader found in `peer`.
void checkAgainst(const std::string& path, const std::string& peer, double tolerance) {
  std::string bytes;
  const auto result = readCorpus(path, bytes);
  const auto expected = expectedOf(peer);
  if (!result || !expected) return;
  const ecg::Recording& r = result->recording;
  CHECK(r.samplingRate == doctest::Approx((*expected)["fs"].get<double>()).epsilon(1e-8));
  CHECK(r.length == (*expected)["n_samples"].get<std::size_t>());
  REQUIRE(r.leads.size() == (*expected)["leads"].size());
  for (std::size_t i = 0; i < r.leads.size(); ++i) checkLead(r, *expected, i, tolerance);
}

}  // namespace

TEST_CASE("scp corpus: the toolkit's example is the ECG that it is as aECG and as DICOM") {
  for (const char* peer : {"scp/ecgtoolkit/Example.scp", "hl7_aecg/ecgtoolkit/Example.xml",
                           "dicom/ecgtoolkit/Example.dcm"})
    checkAgainst("scp/ecgtoolkit/Example.scp", peer, 1e-7);
}

TEST_CASE("scp corpus: Welch Allyn records agree with biosig") {
  // biosig's extremes are rounded to 0.1 uV.
  for (const char* path : {"scp/scp_tools_anonymized/ECG_20060620_112352_ANON000002.SCP",
                           "scp/scp_tools_anonymized/ECG_20170504_163507_ANON000009.SCP"})
    checkAgainst(path, path, 5.1e-5);
}

TEST_CASE("scp corpus: filters and statements of a Welch Allyn record") {
  std::string bytes;
  const auto result =
      readCorpus("scp/scp_tools_anonymized/ECG_20170504_163507_ANON000009.SCP", bytes);
  if (!result) return;
  CHECK(diagnosticOf(result->recording, "filtered").find("low-pass 35 Hz, 50 Hz notch") !=
        std::string::npos);
  REQUIRE(result->interpretation.size() == 3);
  CHECK(result->interpretation[2] == "normal EKG-variant");
  CHECK(diagnosticOf(result->recording, "checksum-failed").empty());
}

TEST_CASE("scp corpus: a record whose sections were moved is the one that it was made of") {
  std::string bytes, original;
  const auto moved = readCorpus("scp/unreadable_by_biosig/test_log.SCP", bytes);
  const auto whole =
      readCorpus("scp/scp_tools_anonymized/ECG_20170504_163507_ANON000009.SCP", original);
  if (!moved || !whole) return;
  CHECK(moved->recording.samples == whole->recording.samples);
  CHECK(diagnosticOf(moved->recording, "misplaced-sections") != "");
  CHECK(diagnosticOf(moved->recording, "checksum-failed").find("section 1") != std::string::npos);
  CHECK(diagnosticOf(moved->recording, "header-incomplete") != "");
}

TEST_CASE("scp corpus: Healforce's own layout is refused by name") {
  const auto bytes = corpusBytes("scp/healforce_nonstandard/63.SCP");
  if (!bytes) return;
  CHECK(refusal(scpFormat(), "63.SCP", *bytes, "nonstandard").find("Healforce") !=
        std::string::npos);
}
