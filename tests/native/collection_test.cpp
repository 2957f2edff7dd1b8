#include "preprocess/formats/collection.h"

#include <doctest/doctest.h>

#include "tests/support/edf_writer.h"
#include "tests/support/expect_error.h"
#include "tests/support/ishne_writer.h"
#include "tests/support/numpy_writer.h"
#include "tests/support/owned_files.h"
#include "tests/support/reader_checks.h"

using ecg::Collection;
using ecg::readRecording;
using namespace ecg::test;

namespace {

const std::string wfdbHeader = "rec 1 100 4\nrec.dat 16 1/mV 0 0 0 0 0 II\n";
const std::string samples("\1\0\2\0\3\0\4\0", 8);

std::vector<std::string> namesOf(const ecg::FileSet& files) {
  std::vector<std::string> names;
  for (const auto& file : files) names.push_back(file.name);
  return names;
}

using Names = std::vector<std::string>;

}  // namespace

TEST_CASE("collection: a ZIP is what is in it") {
  for (const bool deflate : {false, true}) {
    ZipFile zip;
    zip.deflate = deflate;
    zip.entries = {{"a/", ""},           {"a/rec.dat", samples},      {"__MACOSX/a/._rec.hea", "x"},
                   {"a/.DS_Store", "x"}, {"a/notes.pdf", "%PDF-1.7"}, {"a/rec.hea", wfdbHeader}};
    const auto files = OwnedFiles().add("x.zip", writeZip(zip));
    const auto r = readRecording(files.set()).recording;
    CHECK(r.format == "wfdb");
    CHECK(r.samples == std::vector<float>{1, 2, 3, 4});
    CHECK(diagnosticOf(r, "several-recordings").empty());
    CHECK(diagnosticOf(r, "skipped") ==
          "Files that are no part of a recording were passed over: x.zip/a/notes.pdf.");
    CHECK(ecg::missingFiles(files.set()).empty());
  }
}

TEST_CASE("collection: several recordings are offered, the first is taken") {
  const std::string edf = writeEdf({});
  OwnedFiles files;
  files.add("d/table.csv", "time (s),I (mV)\n0,1\n0.01,2\n0.02,3\n");
  files.add("d/rec.dat", samples).add("d/rec.hea", wfdbHeader).add("d/b.edf", edf);
  const auto first = readRecording(files.set()).recording;
  CHECK(first.format == "wfdb");
  CHECK(diagnosticOf(first, "several-recordings") ==
        "There are 3 recordings here, of which number 1 was read: 1 d/rec.hea, 2 d/b.edf, "
        "3 d/table.csv.");
  ecg::ReadOptions options;
  options.recording = 2;
  CHECK(readRecording(files.set(), options).recording.format == "edf");
  options.recording = 3;
  CHECK(readRecording(files.set(), options).recording.format == "csv");
  options.recording = 4;
  const Refusal refused = refusal(files.set(), options);
  CHECK(refused.code == "no-such-recording");
  CHECK(refused.says("3 d/table.csv"));
}

TEST_CASE("collection: parts of a record are no recordings of their own") {
  OwnedFiles files;
  files.add("m.hea", "m/2 1 100\na 4\nb 4\n");
  for (const std::string name : {"a", "b"}) {
    files.add(name + ".hea", name + " 1 100 4\n" + name + ".dat 16 1/mV 0 0 0 0 0 II\n");
    files.add(name + ".dat", samples);
  }
  files.add("beats.atr", "anything");
  const ecg::FileSet set = files.set();
  const Collection collection(set);
  REQUIRE(collection.recordings().size() == 1);
  CHECK(namesOf(collection.recordings()[0].files) ==
        Names{"m.hea", "a.hea", "b.hea", "a.dat", "b.dat"});
  CHECK(collection.skipped() == Names{"beats.atr"});
  CHECK(readRecording(set).recording.length == 8);
}

TEST_CASE("collection: two files of one name are two files") {
  OwnedFiles files;
  files.add("a.edf", writeEdf({})).add("a.edf", writeEdf({}));
  const ecg::FileSet set = files.set();
  CHECK(Collection(set).recordings().size() == 2);
  CHECK(Collection(set).skipped().empty());
}

TEST_CASE("collection: beat annotations go with their recording") {
  OwnedFiles files;
  files.add("x.ann", "ANN  1.0 and more").add("x.ecg", writeIshne({}));
  const auto r = readRecording(files.set()).recording;
  CHECK(r.format == "ishne");
  CHECK(diagnosticOf(r, "annotations") == "The beat annotations were not read.");
  CHECK(diagnosticOf(r, "several-recordings").empty());
  CHECK(refusal(OwnedFiles().add("x.ann", "ANN  1.0 and more").set()).code == "annotations-only");
}

TEST_CASE("collection: damaged, locked and empty ZIPs") {
  const std::string good = writeZip({{{"rec.hea", wfdbHeader}, {"rec.dat", samples}}, true, false});
  const auto refused = [](const std::string& bytes) {
    return refusal(OwnedFiles().add("x.zip", bytes).set());
  };
  CHECK(refused(good).code.empty());
  CHECK(refused(good.substr(0, good.size() - 8)).code == "truncated");
  std::string bad = good;
  bad[bad.find("PK\1\2") + 16] ^= 1;
  CHECK(refused(bad).code == "checksum-failed");
  CHECK(refused(writeZip({{}, false, false})).code == "no-signal");
  CHECK(refused(writeZip({{{"a.txt", "\x89PNG\r\n"}}, false, false})).code == "unsupported-format");
  CHECK(refused(writeZip({{{"in.zip", good}}, false, false})).code == "unsupported-format");
  std::string locked = good;
  locked[locked.find("PK\1\2") + 8] |= 1;
  const ecg::FileSet set = oneFile("x.zip", locked);
  CHECK(Collection(set).skipped() == Names{"x.zip/rec.hea (encrypted)", "x.zip/rec.dat"});
}
