#include "preprocess/formats/atc/atc.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/atc_writer.h"
#include "tests/support/put_bytes.h"
#include "tests/support/reader_checks.h"

using ecg::atcFormat;
using ecg::Match;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  const auto files = oneFile("x.atc", bytes);
  CHECK(atcFormat().sniff(files) == Match::certain);
  return atcFormat().read(files, options);
}

AtcFile sixLeads() {
  AtcFile file;
  file.blocks.clear();
  for (const char* id : {"ecg ", "ecg2", "ecg3", "ecg4", "ecg5", "ecg6"})
    file.blocks.push_back({id, {static_cast<int>(file.blocks.size()), -1, 2}});
  return file;
}

}  // namespace

TEST_CASE("atc: one lead of a Kardia") {
  const auto result = readBytes(writeAtc({}));
  const auto& r = result.recording;
  CHECK(r.format == "atc");
  CHECK(r.wearable == "hand-held");
  CHECK(r.samplingRate == 300);
  CHECK(r.length == 4);
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "I");
  CHECK(r.leads[0].storedName == "ecg");
  CHECK(r.leads[0].unit == "mV");
  CHECK(r.samples == std::vector<float>{0.0f, -0.1485f, 0.1965f, 2.4465f});
  CHECK(r.diagnostics.empty());
  CHECK(result.patient.recordedAt == "2010-12-08T15:54:23.245+10:00");
  CHECK(result.patient.comments.size() == 6);
  CHECK(result.patient.comments[4] == "kardia_mobile");
  CHECK(result.patient.name.empty());
}

TEST_CASE("atc: six and twelve leads by their blocks") {
  const auto r = readBytes(writeAtc(sixLeads())).recording;
  REQUIRE(r.leads.size() == 6);
  const char* names[] = {"I", "II", "III", "aVR", "aVL", "aVF"};
  for (std::size_t lead = 0; lead < 6; ++lead) {
    CHECK(r.leads[lead].name == names[lead]);
    CHECK(r.lead(lead)[0] == static_cast<float>(static_cast<double>(lead) * 0.0005));
  }
  AtcFile file = sixLeads();
  for (const char* id : {"ecg7", "ecg8", "ecg9", "ecga", "ecgb", "ecgc"})
    file.blocks.push_back({id, {1, 2, 3}});
  const auto twelve = readBytes(writeAtc(file)).recording;
  REQUIRE(twelve.leads.size() == 12);
  CHECK(twelve.leads[6].name == "V1");
  CHECK(twelve.leads[11].name == "V6");
}

TEST_CASE("atc: what was done to the samples is said") {
  AtcFile file;
  file.flags = 2 | 4 | 16;
  CHECK(diagnosticOf(readBytes(writeAtc(file)).recording, "filtered") ==
        "The file says that the signal was filtered: mains filter (60 Hz), baseline filter.");
  file.flags = 8 | 32 | 64;
  CHECK(diagnosticOf(readBytes(writeAtc(file)).recording, "filtered") ==
        "The file says that the signal was filtered: low-pass filter, mains notch filter (50 Hz), "
        "enhanced filter.");
  file.flags = 3;
  CHECK(readBytes(writeAtc(file)).recording.diagnostics.empty());
}

TEST_CASE("atc: checksums are sums or CRC-32; others are said") {
  AtcFile file = sixLeads();
  file.crc = true;
  CHECK(readBytes(writeAtc(file)).recording.diagnostics.empty());
  std::string bytes = writeAtc({});
  bytes[bytes.size() - 5] ^= 1;
  const auto r = readBytes(bytes).recording;
  CHECK(diagnosticOf(r, "checksum-failed") ==
        "The checksum of block \"ecg \" at byte 308 does not fit it.");
  CHECK(r.diagnostics.size() == 1);
}

TEST_CASE("atc: annotations, beats and unknown blocks are left out and said") {
  AtcFile file;
  file.annotations = {{1, 1}, {3, 2}};
  file.blocks.push_back({"avg ", {1, 2}});
  file.blocks.push_back({"acc ", {1, 2}});
  file.blocks.push_back({"ecg ", {9, 9}});
  const auto r = readBytes(writeAtc(file)).recording;
  CHECK(r.leads.size() == 1);
  CHECK(r.samples[3] == 2.4465f);
  CHECK(diagnosticOf(r, "annotations") == "2 annotations were not read.");
  CHECK(diagnosticOf(r, "other-channels") ==
        "Blocks that are no ECG were left out: \"avg \", \"acc \".");
  CHECK(diagnosticOf(r, "duplicate-lead") == "A further block of lead I was left out.");
}

TEST_CASE("atc: a cut lead is read as far as it goes") {
  const std::string bytes = writeAtc(sixLeads());
  auto r = readBytes(bytes.substr(0, bytes.size() - 8)).recording;
  REQUIRE(r.leads.size() == 6);
  CHECK(r.length == 3);
  CHECK(r.lead(5)[0] == 0.0025f);
  CHECK(std::isnan(r.lead(5)[1]));
  CHECK(r.lead(4)[2] == 0.001f);
  CHECK(diagnosticOf(r, "truncated-tail") == "Leads end early: aVF after 1 samples.");
  CHECK(diagnosticOf(r, "checksum-failed").empty());
  r = readBytes(bytes.substr(0, bytes.size() - 2)).recording;
  CHECK(r.lead(5)[2] == 0.001f);
  CHECK(!diagnosticOf(r, "truncated-tail").empty());
}

TEST_CASE("atc: without resolution or rate the caller is asked") {
  AtcFile file;
  file.nanovolts = 0;
  refusal(atcFormat(), "x.atc", writeAtc(file), "unit-unknown");
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  CHECK(readBytes(writeAtc(file), options).recording.samples[3] == 4.893f);
  file = {};
  file.rate = 0;
  refusal(atcFormat(), "x.atc", writeAtc(file), "rate-unknown");
  options.samplingRate = 200;
  CHECK(readBytes(writeAtc(file), options).recording.samplingRate == 200);
}

TEST_CASE("atc: what cannot be read is refused by name") {
  const std::string good = writeAtc({});
  refusal(atcFormat(), "x.atc", good.substr(0, 10), "truncated");
  refusal(atcFormat(), "x.atc", good.substr(0, 12), "bad-header");
  refusal(atcFormat(), "x.atc", good.substr(0, 288 + 11), "truncated");
  refusal(atcFormat(), "x.atc", good.substr(0, 308), "no-signal");
  refusal(atcFormat(), "x.atc", "no signature", "bad-header");
  AtcFile file;
  file.kind = 2;
  refusal(atcFormat(), "x.atc", writeAtc(file), "unsupported-samples");
  file = {};
  file.blocks = {{"ecg ", {}}};
  refusal(atcFormat(), "x.atc", writeAtc(file), "no-signal");
  std::string many = good;
  for (int i = 0; i < 300; ++i) many += atcBlock("none", "");
  refusal(atcFormat(), "x.atc", many, "bad-header");
  CHECK(atcFormat().sniff(oneFile("x", "ALIVE and well")) == Match::none);
}

TEST_CASE("atc: a recording without an info block") {
  AtcFile file;
  file.info = false;
  const auto result = readBytes(writeAtc(file));
  CHECK(result.recording.length == 4);
  CHECK(result.patient.recordedAt.empty());
  CHECK(result.patient.comments.empty());
}
