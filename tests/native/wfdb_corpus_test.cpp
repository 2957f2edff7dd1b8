#include <doctest/doctest.h>

#include <string>

#include "preprocess/formats/reader.h"
#include "tests/support/corpus.h"
#include "tests/support/expect_error.h"

namespace {

const std::string corpus = ECG_SHARED_DIR "/corpus";

bool isCompressed(const std::string& path) { return path.find("flacformats") != std::string::npos; }

}  // namespace

TEST_CASE("WFDB: every record of the corpus reads as wfdb-python reads it") {
  std::size_t checked = 0;
  for (const auto& expected :
       ecg::test::corpusCases(corpus, {"wfdb/", "wfdb_mat/", "annotations/"})) {
    if (isCompressed(expected.path)) continue;
    CAPTURE(expected.path);
    const auto files = ecg::test::loadWithCompanions(corpus + "/" + expected.path);
    const auto result = ecg::readRecording(files.set());
    CHECK(result.recording.format == "wfdb");
    for (const std::string& difference :
         ecg::test::differencesFromExpected(result.recording, expected))
      FAIL_CHECK(difference);
    // The corpus' checksums are right, wherever they are given.
    CHECK_FALSE(ecg::test::hasDiagnostic(result.recording, "checksum-mismatch"));
    ++checked;
  }
  MESSAGE("records compared: ", checked);
}

TEST_CASE("WFDB: a FLAC record of the corpus is refused by name") {
  for (const auto& expected : ecg::test::corpusCases(corpus, {"wfdb/fmt_misc/flacformats"})) {
    const auto files = ecg::test::loadWithCompanions(corpus + "/" + expected.path);
    const ecg::test::Refusal refused = ecg::test::refusal(files.set());
    CHECK(refused.code == "unsupported-format");
    CHECK(refused.says("flacformats.d0"));
    CHECK(refused.says("FLAC (format 508)"));
  }
}
