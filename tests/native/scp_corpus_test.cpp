#include <doctest/doctest.h>

#include <algorithm>

#include "preprocess/formats/scp/scp.h"
#include "tests/support/reader_checks.h"

using ecg::scpFormat;
using namespace ecg::test;

namespace {

std::optional<ecg::ReadResult> readCorpus(const std::string& path, std::string& bytes) {
  const auto stored = corpusBytes(path);
  if (!stored) return std::nullopt;
  bytes = *stored;
  return scpFormat().read(oneFile(path, bytes), {});
}

}  // namespace

TEST_CASE("scp corpus: the toolkit's example is the ECG that it is as aECG and as DICOM") {
  std::string bytes;
  const auto result = readCorpus("scp/ecgtoolkit/Example.scp", bytes);
  if (!result) return;
  const ecg::Recording& r = result->recording;
  REQUIRE(r.leads.size() == 12);
  for (const char* path : {"hl7_aecg/ecgtoolkit/Example.xml", "dicom/ecgtoolkit/Example.dcm"}) {
    CAPTURE(std::string(path));
    const auto stored = corpusBytes(path);
    if (!stored) continue;
    const auto other = ecg::readRecording(oneFile(path, *stored)).recording;
    CHECK(other.samplingRate == r.samplingRate);
    REQUIRE(other.length == r.length);
    for (std::size_t lead = 0; lead < 12; ++lead) {
      const auto same = std::find_if(other.leads.begin(), other.leads.end(), [&](const auto& each) {
        return each.name == r.leads[lead].name;
      });
      REQUIRE_MESSAGE(same != other.leads.end(), r.leads[lead].name);
      const float* samples = other.lead(static_cast<std::size_t>(same - other.leads.begin()));
      CHECK(std::equal(r.lead(lead), r.lead(lead) + r.length, samples));
    }
  }
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
