#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "preprocess/formats/reader.h"
#include "tests/support/corpus.h"
#include "tests/support/edf_writer.h"
#include "tests/support/expect_error.h"
#include "tests/support/owned_files.h"

using namespace ecg::test;

namespace {

EdfSignal lead(const std::string& label, std::size_t records, std::size_t perRecord = 100) {
  EdfSignal signal;
  signal.label = label;
  signal.samplesPerRecord = perRecord;
  for (std::size_t i = 0; i < records * perRecord; ++i)
    signal.samples.push_back(static_cast<std::int32_t>(i * 37 % 4001) - 2000);
  return signal;
}

EdfFile twoLeads(std::size_t records) {
  EdfFile file;
  file.records = std::to_string(records);
  file.recordsWritten = records;
  file.signals = {lead("ECG I", records), lead("EKG aVR", records)};
  return file;
}

EdfSignal timekeeping(std::vector<std::string> lists) {
  EdfSignal signal;
  signal.label = "EDF Annotations";
  signal.samplesPerRecord = 30;
  signal.annotationLists = std::move(lists);
  return signal;
}

std::string onset(const std::string& seconds, const std::string& text = "") {
  std::string list = "+" + seconds + "\x14\x14";
  list += '\0';
  if (!text.empty()) {
    list += "+" + seconds + "\x14" + text + "\x14";
    list += '\0';
  }
  return list;
}

ecg::ReadResult readBytes(const std::vector<std::uint8_t>& bytes) {
  OwnedFiles files;
  files.add("ecg.edf", bytes);
  return ecg::readRecording(files.set());
}

Refusal refusalOf(const std::vector<std::uint8_t>& bytes) {
  OwnedFiles files;
  files.add("ecg.edf", bytes);
  return refusal(files.set());
}

}  // namespace

TEST_CASE("EDF: leads, rate, and microvolts as mV") {
  const auto [recording, patient] = readBytes(writeEdf(twoLeads(3)));
  CHECK(recording.format == "edf");
  CHECK(recording.samplingRate == 100);
  CHECK(recording.length == 300);
  REQUIRE(recording.leads.size() == 2);
  CHECK(recording.leads[0].name == "I");
  CHECK(recording.leads[1].name == "aVR");
  CHECK(recording.leads[1].storedName == "EKG aVR");
  CHECK(recording.leads[1].unit == "mV");
  CHECK(recording.lead(0)[1] == doctest::Approx((37 - 2000) / 1000.0));
  CHECK(recording.diagnostics.empty());
  CHECK(patient.recordedAt == "2003-02-01T04:05:06");
  CHECK(patient.name.empty());
}

TEST_CASE("EDF: the scale maps digital to physical ranges, a fractional record gives a fractional rate") {
  EdfFile file = twoLeads(2);
  file.recordSeconds = "0.19512";
  EdfSignal& signal = file.signals[0];
  signal.unit = "mV";
  signal.physicalMin = "-5";
  signal.physicalMax = "5.5e0";
  signal.digitalMin = "-2048";
  signal.digitalMax = "2047";
  file.signals[1].unit = "V";
  const auto recording = readBytes(writeEdf(file)).recording;
  CHECK(recording.samplingRate == doctest::Approx(100 / 0.19512));
  CHECK(recording.lead(0)[0] == doctest::Approx((-2000.0 + 2048) * 10.5 / 4095 - 5));
  CHECK(recording.lead(1)[0] == doctest::Approx(-2000e3));
}

TEST_CASE("BDF: 24 bits with their sign") {
  EdfFile file = twoLeads(1);
  file.bdf = true;
  for (EdfSignal& signal : file.signals) {
    signal.digitalMin = signal.physicalMin = "-8388608";
    signal.digitalMax = signal.physicalMax = "8388607";
  }
  file.signals[0].samples[0] = -8388608;
  file.signals[0].samples[1] = 8388607;
  file.signals[0].samples[2] = -1;
  const auto recording = readBytes(writeEdf(file)).recording;
  CHECK(recording.format == "bdf");
  CHECK(recording.lead(0)[0] == doctest::Approx(-8388.608));
  CHECK(recording.lead(0)[1] == doctest::Approx(8388.607));
  CHECK(recording.lead(0)[2] == doctest::Approx(-0.001));
}

TEST_CASE("EDF+: annotations are counted and their texts left alone, identity is apart") {
  EdfFile file = twoLeads(2);
  file.reserved = "EDF+C";
  file.patient = "MCH-0234567 F 02-MAY-1951 Haagse_Harry";
  file.signals.push_back(timekeeping({onset("0", "Mrs Smith"), onset("1")}));
  const auto [recording, patient] = readBytes(writeEdf(file));
  CHECK(recording.format == "edf+");
  CHECK(recording.leads.size() == 2);
  CHECK(hasDiagnostic(recording, "annotations"));
  for (const auto& diagnostic : recording.diagnostics)
    CHECK(diagnostic.message.find("Smith") == std::string::npos);
  CHECK(patient.id == "MCH-0234567");
  CHECK(patient.sex == "F");
  CHECK(patient.birthDate == "02-MAY-1951");
  CHECK(patient.name == "Haagse Harry");
}

TEST_CASE("EDF+D: a gap is NaN, and said") {
  EdfFile file = twoLeads(3);
  file.reserved = "EDF+D";
  file.signals.push_back(timekeeping({onset("5"), onset("6"), onset("8.5")}));
  const auto recording = readBytes(writeEdf(file)).recording;
  REQUIRE(recording.length == 450);
  CHECK(recording.lead(0)[199] == doctest::Approx((199 * 37 % 4001 - 2000) / 1000.0));
  CHECK(std::isnan(recording.lead(0)[200]));
  CHECK(std::isnan(recording.lead(1)[349]));
  CHECK(recording.lead(1)[350] == doctest::Approx((200 * 37 % 4001 - 2000) / 1000.0));
  CHECK(hasDiagnostic(recording, "gap"));

  file.signals.back() = timekeeping({onset("5"), onset("6"), onset("5.5")});
  CHECK(refusalOf(writeEdf(file)).says("data record 3"));
  file.signals.back() = timekeeping({onset("5"), onset("6"), onset("99999999")});
  CHECK(refusalOf(writeEdf(file)).code == "too-large");
  file.signals.back() = timekeeping({onset("5"), "garbage", onset("7")});
  CHECK(refusalOf(writeEdf(file)).code == "malformed");
}

TEST_CASE("EDF: signals of another rate are left out, and said") {
  EdfFile file = twoLeads(2);
  file.signals.push_back(lead("Resp", 2, 10));
  file.signals.push_back(lead("SpO2", 2, 100));
  file.signals.back().unit = "%";
  const auto recording = readBytes(writeEdf(file)).recording;
  REQUIRE(recording.leads.size() == 3);
  CHECK(recording.leads[2].unit == "%");
  REQUIRE(recording.diagnostics.size() == 1);
  CHECK(recording.diagnostics[0].message.find("Resp (10 Hz)") != std::string::npos);
}

TEST_CASE("EDF: what may be read truthfully is read, and said") {
  EdfFile file = twoLeads(2);
  for (EdfSignal& signal : file.signals)
    for (std::size_t i = 150; i < 200; ++i) signal.samples[i] = -32768;
  CHECK(hasDiagnostic(readBytes(writeEdf(file)).recording, "padded-tail"));
  file.records = "-1";
  CHECK(hasDiagnostic(readBytes(writeEdf(file)).recording, "record-count-unknown"));
  file.records = "1";
  const auto longer = readBytes(writeEdf(file)).recording;
  CHECK(longer.length == 100);
  CHECK(hasDiagnostic(longer, "trailing-bytes"));
}

TEST_CASE("EDF: bad files are refused with one sentence that names the file") {
  struct Case {
    const char* what;
    std::string code;
    void (*spoil)(EdfFile&);
  };
  const Case cases[] = {
      {"records", "truncated", [](EdfFile& f) { f.records = "99999999"; }},
      {"negative records", "malformed", [](EdfFile& f) { f.records = "-7"; }},
      {"no records", "no-signal", [](EdfFile& f) { f.records = "0"; }},
      {"zero duration", "malformed", [](EdfFile& f) { f.recordSeconds = "0"; }},
      {"negative duration", "malformed", [](EdfFile& f) { f.recordSeconds = "-1"; }},
      {"duration", "malformed", [](EdfFile& f) { f.recordSeconds = "one"; }},
      {"signals", "malformed", [](EdfFile& f) { f.signalCount = "9999"; }},
      {"no signals", "malformed", [](EdfFile& f) { f.signalCount = "0"; }},
      {"header bytes", "malformed", [](EdfFile& f) { f.headerBytes = "512"; }},
      {"digital", "malformed", [](EdfFile& f) { f.signals[1].digitalMin = "32767"; }},
      {"physical", "malformed", [](EdfFile& f) { f.signals[1].physicalMin = "32767"; }},
      {"infinite", "malformed", [](EdfFile& f) { f.signals[1].physicalMax = "1e999"; }},
      {"not a number", "malformed", [](EdfFile& f) { f.signals[0].physicalMax = "nan"; }},
  };
  for (const Case& bad : cases) {
    CAPTURE(bad.what);
    EdfFile file = twoLeads(2);
    bad.spoil(file);
    const Refusal refused = refusalOf(writeEdf(file));
    CHECK(refused.code == bad.code);
    CHECK(refused.says("ecg.edf"));
  }
  EdfFile huge = twoLeads(1);
  auto bytes = writeEdf(huge);
  const std::string billions = "99999999";
  std::copy(billions.begin(), billions.end(), bytes.begin() + 256 + 2 * (16 + 80 + 8 * 5 + 80));
  CHECK(refusalOf(bytes).code == "truncated");

  EdfFile notes = twoLeads(1);
  notes.reserved = "EDF+C";
  notes.signals = {timekeeping({onset("0", "note")})};
  CHECK(refusalOf(writeEdf(notes)).code == "no-signal");
}

TEST_CASE("EDF: cut anywhere, it is refused") {
  const auto whole = writeEdf(twoLeads(2));
  for (std::size_t size = 0; size < whole.size(); size += 13)
    CHECK_FALSE(refusalOf({whole.begin(), whole.begin() + static_cast<long>(size)}).code.empty());
}

TEST_CASE("EDF: the corpus") {
  const std::string corpus = ECG_SHARED_DIR "/corpus";
  for (const auto& expected : corpusCases(corpus, {"edf_bdf/"})) {
    CAPTURE(expected.path);
    const auto files = loadWithCompanions(corpus + "/" + expected.path);
    CHECK(differencesFromExpected(ecg::readRecording(files.set()).recording, expected) ==
          std::vector<std::string>{});
  }
}
