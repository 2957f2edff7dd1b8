#include <doctest/doctest.h>

#include <string>

#include "preprocess/formats/reader.h"
#include "tests/support/corpus.h"
#include "tests/support/expect_error.h"

namespace {

const std::string corpus = ECG_SHARED_DIR "/corpus";

}  // namespace

TEST_CASE("WFDB: every record of the corpus reads as wfdb-python reads it") {
  std::size_t checked = 0;
  for (const auto& expected :
       ecg::test::corpusCases(corpus, {"wfdb/", "wfdb_mat/", "annotations/"})) {
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
