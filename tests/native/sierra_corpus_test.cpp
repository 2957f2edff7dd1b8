#include <doctest/doctest.h>

#include <algorithm>

#include "preprocess/formats/sierra/sierra.h"
#include "tests/support/corpus.h"
#include "tests/support/reader_checks.h"

using ecg::sierraFormat;
using namespace ecg::test;

namespace {

const std::string corpus = std::string(ECG_SHARED_DIR) + "/corpus";

}  // namespace

TEST_CASE("sierra corpus: what every file says of itself") {
  for (const auto& expected : corpusCases(corpus, {"philips_sierra/"})) {
    CAPTURE(expected.path);
    const auto bytes = corpusBytes(expected.path);
    if (!bytes) continue;
    const auto files = oneFile("sierra.xml", *bytes);
    CHECK(sierraFormat().sniff(files) == ecg::Match::certain);
    const auto result = sierraFormat().read(files, {});
    const auto& r = result.recording;
    CHECK(diagnosticOf(r, "filtered") != "");
    CHECK(diagnosticOf(r, "calibration-pulse").find("From 10.") == 0);
    CHECK(r.ecgLength > 5000);
    CHECK(r.ecgLength < 5500);
    CHECK(result.interpretation.size() > 1);
    CHECK(result.patient.recordedAt.size() == 19);
  }
}

TEST_CASE("sierra corpus: representative beats are of the rhythm's size") {
  for (const auto& expected : corpusCases(corpus, {"philips_sierra/1_04/"})) {
    CAPTURE(expected.path);
    const auto bytes = corpusBytes(expected.path);
    if (!bytes) continue;
    ecg::ReadOptions options;
    options.recording = 2;
    const auto r = sierraFormat().read(oneFile("sierra.xml", *bytes), options).recording;
    CHECK(r.samplingRate == 500);
    CHECK(r.length == 600);
    REQUIRE(r.leads.size() == 12);
    // A mean beat of lead II goes as far as that lead does in the rhythm, less its noise.
    const auto [low, high] = std::minmax_element(r.lead(1), r.lead(1) + r.length);
    const double rhythm = expected.maximum[1] - expected.minimum[1];
    CHECK(*high - *low < rhythm);
    CHECK(*high - *low > 0.8 * rhythm);
  }
}

TEST_CASE("sierra corpus: other documents are refused by what they are") {
  const std::pair<const char*, const char*> others[] = {
      {"1_03/invalid-doc-type.xml", "\"MortaraECG\", version \"1.03\""},
      {"1_03/invalid-doc-version.xml", "\"SierraECG\", version \"1.05\""}};
  for (const auto& [name, what] : others) {
    const auto bytes = corpusBytes(std::string("philips_sierra/") + name);
    if (!bytes) continue;
    CHECK(refusal(sierraFormat(), "other.xml", *bytes, "unsupported-version").find(what) !=
          std::string::npos);
  }
  const auto bytes = corpusBytes("philips_sierra/1_04/ad4d3d80-d165_1-04_converted.xml");
  if (!bytes) return;
  CHECK(sierraFormat().sniff(oneFile("other.xml", *bytes)) == ecg::Match::none);
  refusal(sierraFormat(), "other.xml", *bytes, "not-sierra");
}
