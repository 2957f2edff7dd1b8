#include <doctest/doctest.h>

#include <cmath>

#include "preprocess/formats/wfdb.h"
#include "tests/support/expect_error.h"
#include "tests/support/owned_files.h"
#include "tests/support/wfdb_writer.h"

using namespace ecg::test;

namespace {

using Names = std::vector<std::string>;

/// A record of one or more signals in format 16, 4 samples each: signal s has 10s, 10s + 1, ...
void addRecord(OwnedFiles& files, const std::string& path, const std::string& rate,
               const std::vector<std::string>& gainsAndLeads) {
  const std::string name = path.substr(path.find_last_of('/') + 1);
  std::string header = name + " " + std::to_string(gainsAndLeads.size()) + " " + rate + " 4\n";
  std::vector<Samples> signals;
  for (std::size_t s = 0; s < gainsAndLeads.size(); ++s) {
    const std::size_t blank = gainsAndLeads[s].find(' ');
    header += name + ".dat 16 " + gainsAndLeads[s].substr(0, blank) + " 16 0 0 0 0" +
              gainsAndLeads[s].substr(blank) + "\n";
    const auto first = static_cast<std::int32_t>(10 * s + 10);
    signals.push_back({first, first + 1, first + 2, first + 3});
  }
  files.add(path + ".hea", header).add(path + ".dat", encodeWfdb(16, interleave(signals)));
}

std::vector<float> leadOf(const ecg::Recording& recording, std::size_t lead) {
  return {recording.lead(lead), recording.lead(lead) + recording.length};
}

}  // namespace

TEST_CASE("WFDB segments, fixed layout: each with its own gain and unit, gaps as NaN") {
  OwnedFiles files;
  files.add("m.hea", "m/3 2 100 10\na 4\n~ 2\nb 4\n");
  addRecord(files, "a", "100", {"10/mV I", "10/mV II"});
  addRecord(files, "b", "100", {"10000/V I", "1(10)/uV II"});
  const auto recording = ecg::readRecording(files.set()).recording;
  CHECK(recording.length == 10);
  CHECK(recording.samplingRate == 100);
  CHECK(recording.leads.size() == 2);
  CHECK(leadOf(recording, 0)[3] == 1.3f);
  CHECK(std::isnan(leadOf(recording, 0)[4]));
  CHECK(std::isnan(leadOf(recording, 1)[5]));
  CHECK(leadOf(recording, 0)[6] == 1.0f);
  CHECK(leadOf(recording, 1)[6] == 0.01f);
  CHECK(hasDiagnostic(recording, "gap"));
}

TEST_CASE("WFDB segments, variable layout: signals matched to the layout by name, the rest NaN") {
  OwnedFiles files;
  files.add("m.hea", "m/4 3 100 10\nlayout 0\na 4\n~ 2\nb 4\n");
  files.add("layout.hea",
            "layout 3 100 0\n~ 0 1/mV 0 0 0 0 0 II\n~ 0 1/mV 0 0 0 0 0 V\n"
            "~ 0 1/mmHg 0 0 0 0 0 ABP\n");
  addRecord(files, "a", "100", {"10/mV V", "100/mV II"});
  addRecord(files, "b", "100", {"1/mmHg ABP", "10/mV V", "1/mV other"});
  const auto recording = ecg::readRecording(files.set()).recording;
  REQUIRE(recording.leads.size() == 3);
  CHECK(recording.leads[2].unit == "mmHg");
  CHECK(leadOf(recording, 0)[0] == 0.2f);
  CHECK(leadOf(recording, 1)[0] == 1.0f);
  CHECK(std::isnan(leadOf(recording, 2)[0]));
  CHECK(std::isnan(leadOf(recording, 1)[5]));
  CHECK(std::isnan(leadOf(recording, 0)[6]));
  CHECK(leadOf(recording, 1)[9] == 2.3f);
  CHECK(leadOf(recording, 2)[9] == 13.0f);
  CHECK(hasDiagnostic(recording, "signal-dropped"));
}

TEST_CASE("WFDB segments: a shorter stretch of a segment, and one segment twice") {
  OwnedFiles files;
  files.add("m.hea", "m/2 1 100\na 3\na 2\n");
  addRecord(files, "a", "100", {"1/mV I"});
  const auto recording = ecg::readRecording(files.set()).recording;
  CHECK(leadOf(recording, 0) == std::vector<float>{10, 11, 12, 10, 11});
}

TEST_CASE("WFDB segments that contradict each other are refused") {
  const auto refuse = [](const std::string& master, const std::string& rate,
                         const std::string& lead) {
    OwnedFiles files;
    files.add("m.hea", master);
    addRecord(files, "a", "100", {"1/mV I"});
    addRecord(files, "b", rate, {lead});
    return refusal(files.set());
  };
  CHECK(refuse("m/2 1 100\na 4\nb 4\n", "100", "1/mV I").code.empty());
  CHECK(refuse("m/2 1 100\na 4\nb 4\n", "200", "1/mV I").code == "rate-mismatch");
  CHECK(refuse("m/2 1 100\na 4\nb 4\n", "100", "1/mV II").code == "segment-mismatch");
  CHECK(refuse("m/2 1 100\na 4\nb 4\n", "100", "1/mmHg I").code == "unit-mismatch");
  CHECK(refuse("m/2 1 100\na 4\nb 5\n", "100", "1/mV I").code == "truncated");
  CHECK(refuse("m/2 1 100\na 4\nm 4\n", "100", "1/mV I").code == "bad-header");
  CHECK(refuse("m/2 1 100\na 4\nb 4\n", "200", "1/mV I").says("b.hea"));
}

TEST_CASE("WFDB segments: cycles and boundless gaps are refused") {
  OwnedFiles self;
  self.add("m.hea", "m/1 1 100\nm 4\n");
  CHECK(refusal(self.set()).code == "bad-header");
  CHECK(refusal(self.set()).says("m.hea"));
  OwnedFiles gap;
  gap.add("m.hea", "m/2 1 100\na 4\n~ 1000000000\n");
  addRecord(gap, "a", "100", {"1/mV I"});
  CHECK(refusal(gap.set()).code == "too-large");
  CHECK(refusal(gap.set()).says("1000000004 samples"));
  CHECK(refusal(gap.set()).says("no more than 16777216"));
  OwnedFiles overflow;
  overflow.add("m.hea", "m/3 1 100\na 4\n~ 18446744073709551615\n~ 18446744073709551615\n");
  addRecord(overflow, "a", "100", {"1/mV I"});
  CHECK(refusal(overflow.set()).code == "too-large");
}

TEST_CASE("WFDB sets: files are matched by base name, wherever header and set have them") {
  OwnedFiles files;
  files.add("set/r.hea", "r 1 100 4\n../../etc/r.dat 16 1/mV\n");
  files.add("notes.txt", "nothing to do with it").add("set/r.atr", "ann");
  CHECK(ecg::missingFiles(files.set()) == Names{"r.dat"});
  const Refusal refused = refusal(files.set());
  CHECK(refused.code == "missing-file");
  CHECK(refused.says("set/r.hea"));
  CHECK(refused.says("r.dat"));
  files.add("elsewhere\\R.DAT", encodeWfdb(16, {1, 2, 3, 4}));
  CHECK(ecg::missingFiles(files.set()).empty());
  CHECK(ecg::readRecording(files.set()).recording.samples[3] == 4);
  files.add("set/r.dat", encodeWfdb(16, {5, 6, 7, 8}));
  CHECK(ecg::readRecording(files.set()).recording.samples[3] == 8);
  files.add("set/r.dat", encodeWfdb(16, {5, 6, 7, 8}));
  CHECK(ecg::readRecording(files.set()).recording.samples[3] == 8);
  files.add("set/r.dat", encodeWfdb(16, {5, 6, 7, 9}));
  CHECK(refusal(files.set()).code == "ambiguous-file");
}

TEST_CASE("WFDB sets: what is missing is asked for step by step") {
  OwnedFiles files;
  files.add("m.hea", "m/4 1 100 8\nlay 0\na 4\n~ 2\nb 4\n");
  CHECK(ecg::missingFiles(files.set()) == Names{"lay.hea", "a.hea", "b.hea"});
  CHECK(refusal(files.set()).says("lay.hea"));
  files.add("lay.hea", "lay 1 100 0\n~ 0 1/mV 0 0 0 0 0 I\n");
  files.add("b.hea", "b 1 100 4\nb.dat 16 1/mV 0 0 0 0 0 I\n");
  CHECK(ecg::missingFiles(files.set()) == Names{"a.hea", "b.dat"});
}

TEST_CASE("WFDB sets: several records at once are offered, the segments of one are not") {
  OwnedFiles files;
  addRecord(files, "one", "100", {"1/mV I"});
  CHECK(!hasDiagnostic(ecg::readRecording(files.set()).recording, "several-recordings"));
  addRecord(files, "two", "100", {"1/mV I"});
  CHECK(hasDiagnostic(ecg::readRecording(files.set()).recording, "several-recordings"));
  files.add("both.hea", "both/2 1 100\none 4\ntwo 4\n");
  const auto r = ecg::readRecording(files.set()).recording;
  CHECK(!hasDiagnostic(r, "several-recordings"));
  CHECK(r.length == 8);
}

TEST_CASE("registry: nothing, empty and unknown files each get their sentence") {
  CHECK(refusal({}).code == "empty");
  CHECK(refusal(OwnedFiles().add("e.hea", "").set()).code == "empty");
  CHECK(refusal(OwnedFiles().add("e.hea", "").set()).says("e.hea"));
  for (const char* content : {"Once upon a time", "\x89PNG\r\n"}) {
    CAPTURE(content);
    const Refusal refused = refusal(OwnedFiles().add("story.bin", content).set());
    CHECK(refused.code == "unsupported-format");
    CHECK(refused.says("story.bin"));
    CHECK(refused.says("WFDB"));
  }
  OwnedFiles data;
  data.add("x.dat", encodeWfdb(16, {1, 2, 3}));
  CHECK(refusal(data.set()).code == "missing-file");
  CHECK(refusal(data.set()).says("add its header x.hea"));
  CHECK(ecg::missingFiles(data.set()) == Names{"x.hea"});
  OwnedFiles matlab;
  matlab.add("x.mat", "MATLAB 5.0 MAT-file, Platform: GLNXA64");
  CHECK(refusal(matlab.set()).code == "unsupported-format");
  CHECK(ecg::missingFiles(matlab.set()).empty());
}
