#include <doctest/doctest.h>

#include <cstdio>
#include <cstring>

#include "preprocess/formats/reader.h"
#include "tests/support/corpus.h"

namespace {

const std::string corpus = ECG_SHARED_DIR "/corpus";

bool isCompressed(const std::string& path) {
  return path.find("flacformats") != std::string::npos;
}

}  // namespace

TEST_CASE("WFDB: every record of the corpus reads as wfdb-python reads it") {
  std::size_t checked = 0;
  for (const auto& expected : ecg::test::corpusCases(corpus, {"wfdb/", "wfdb_mat/", "annotations/"})) {
    if (isCompressed(expected.path)) continue;
    CAPTURE(expected.path);
    const auto files = ecg::test::loadWithCompanions(corpus + "/" + expected.path);
    const auto result = ecg::readRecording(files.set());
    CHECK(result.recording.format == "wfdb");
    for (const std::string& difference :
         ecg::test::differencesFromExpected(result.recording, expected))
      FAIL_CHECK(difference);
    for (const auto& diagnostic : result.recording.diagnostics) {
      if (std::getenv("ECG_SHOW_DIAGNOSTICS"))
        std::printf("%s: %s\n", expected.path.c_str(), diagnostic.message.c_str());
    }
    ++checked;
  }
  MESSAGE("records compared: ", checked);
}

TEST_CASE("WFDB: a FLAC record of the corpus is refused by name") {
  for (const auto& expected : ecg::test::corpusCases(corpus, {"wfdb/fmt_misc/flacformats"})) {
    const auto files = ecg::test::loadWithCompanions(corpus + "/" + expected.path);
    try {
      ecg::readRecording(files.set());
      FAIL("read");
    } catch (const ecg::InputError& error) {
      CHECK(error.code() == "unsupported-format");
      CHECK(std::strstr(error.what(), "flacformats.d0") != nullptr);
      CHECK(std::strstr(error.what(), "FLAC (format 508)") != nullptr);
    }
  }
}
