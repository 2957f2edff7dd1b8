#include <doctest/doctest.h>

#include "preprocess/formats/muse/muse.h"
#include "tests/support/corpus.h"
#include "tests/support/reader_checks.h"

using ecg::museFormat;
using namespace ecg::test;

namespace {

const std::string corpus = std::string(ECG_SHARED_DIR) + "/corpus";

}  // namespace

TEST_CASE("muse corpus: every file's checksums hold, and its median beat is offered") {
  for (const auto& expected : corpusCases(corpus, {"muse_xml/"})) {
    CAPTURE(expected.path);
    const auto bytes = corpusBytes(expected.path);
    if (!bytes) continue;
    const auto files = oneFile("muse.xml", *bytes);
    CHECK(museFormat().sniff(files) == ecg::Match::certain);
    for (std::size_t recording = 1; recording <= 2; ++recording) {
      ecg::ReadOptions options;
      options.recording = recording;
      const auto r = museFormat().read(files, options).recording;
      CHECK(diagnosticOf(r, "checksum-failed").empty());
      CHECK(diagnosticOf(r, "several-recordings").find("1 Rhythm (8 leads), 2 Median (8 leads)") !=
            std::string::npos);
      CHECK(r.length == (recording == 1 ? expected.length : 600));
    }
  }
}
