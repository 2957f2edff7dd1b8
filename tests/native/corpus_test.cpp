// Every recording of the shared corpus, found by its bytes among all formats, against what an
// independent reader found in it.
#include "tests/support/corpus.h"

#include <doctest/doctest.h>

using namespace ecg::test;

namespace {

const std::string corpus = std::string(ECG_SHARED_DIR) + "/corpus";

/// What is recognised and refused by name: HDF5.
bool isRefused(const std::string& path) { return path.find(".h5") != std::string::npos; }

}  // namespace

TEST_CASE("corpus: every file agrees with the independent reader") {
  std::size_t compared = 0;
  for (const CorpusCase& expected : corpusCases(corpus, {""})) {
    CAPTURE(expected.path);
    if (isRefused(expected.path)) continue;
    const OwnedFiles files = loadWithCompanions(corpus + "/" + expected.path);
    ecg::Recording recording;
    CHECK_NOTHROW(recording = ecg::readRecording(files.set()).recording);
    for (const std::string& difference : differencesFromExpected(recording, expected))
      FAIL_CHECK(difference);
    ++compared;
  }
  MESSAGE("recordings compared: ", compared);
  CHECK((compared == 0 || compared >= 75));  // none only where there is no corpus
}
