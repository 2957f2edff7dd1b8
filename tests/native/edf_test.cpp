#include "preprocess/formats/edf.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/edf_writer.h"
#include "tests/support/reader_checks.h"

using ecg::edfFormat;
using ecg::Match;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  const auto files = oneFile("x.edf", bytes);
  CHECK(edfFormat().sniff(files) == Match::certain);
  return edfFormat().read(files, options);
}

EdfSignal signal(const std::string& label, const std::string& unit, int samplesPerRecord) {
  EdfSignal s;
  s.label = label;
  s.dimension = unit;
  s.samplesPerRecord = samplesPerRecord;
  return s;
}

}  // namespace

TEST_CASE("edf: samples, rate, names and units") {
  EdfFile file;
  file.recordSeconds = "0.25";
  file.signals[0].digital = [](int i) { return i == 0 ? -32768 : i == 1 ? 32767 : i; };
  const auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.format == "edf");
  CHECK(r.samplingRate == 400);
  CHECK(r.length == 300);
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "II");
  CHECK(r.leads[0].storedName == "ECG II");
  CHECK(r.leads[0].unit == "mV");
  CHECK(r.samples[0] == -5.0f);
  CHECK(r.samples[1] == 5.0f);
  CHECK(r.samples[299] == static_cast<float>((299.0 + 32768) * 10 / 65535 - 5));
  CHECK(r.diagnostics.empty());
}

TEST_CASE("edf: voltage units become mV, others stay") {
  const std::pair<const char*, float> units[] = {
      {"uV", 0.005f},        {"UV", 0.005f},        {"\xB5V", 0.005f},
      {"\xC2\xB5V", 0.005f}, {"\xCE\xBCV", 0.005f}, {"mV", 5.0f},
      {"MV", 5.0f},          {"V", 5000.0f},        {"nV", 0.000005f}};
  for (const auto& [unit, highest] : units) {
    EdfFile file;
    file.signals[0].dimension = unit;
    file.signals[0].digital = [](int) { return 32767; };
    const auto r = readBytes(writeEdf(file)).recording;
    CHECK(r.leads[0].unit == "mV");
    CHECK(r.samples[7] == highest);
  }
  EdfFile file;
  file.signals.push_back(signal("SaO2", "%", 100));
  const auto r = readBytes(writeEdf(file)).recording;
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[1].unit == "%");
  CHECK(r.leads[1].name == "SaO2");
}

TEST_CASE("edf: the ECG's rate is the recording's, and the rest is named") {
  EdfFile file;
  file.signals = {signal("EEG C3-Ref", "uV", 500), signal("RESP", "ohm", 25),
                  signal("EKG V1", "uV", 250), signal("ECG aVR-Ref", "uV", 250)};
  const auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.samplingRate == 250);
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[0].name == "V1");
  CHECK(r.leads[1].name == "aVR");
  CHECK(r.leads[1].storedName == "ECG aVR-Ref");
  REQUIRE(r.diagnostics.size() == 2);
  CHECK(r.diagnostics[0].code == "other-rate");
  CHECK(r.diagnostics[0].message.find("EEG C3-Ref at 500 Hz") != std::string::npos);
  CHECK(r.diagnostics[1].message.find("RESP at 25 Hz") != std::string::npos);
}

TEST_CASE("edf: without an ECG label the units choose the rate, or else the commonest rate") {
  EdfFile file;
  file.signals = {signal("a", "uV", 100), signal("b", "uV", 200), signal("c", "%", 400)};
  auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.samplingRate == 200);
  CHECK(diagnosticOf(r, "rate-chosen").find("volts with the highest rate") != std::string::npos);
  file.signals = {signal("a", "x", 100), signal("b", "x", 200), signal("c", "%", 100)};
  r = readBytes(writeEdf(file)).recording;
  CHECK(r.samplingRate == 100);
  CHECK(r.leads.size() == 2);
  CHECK(diagnosticOf(r, "rate-chosen").find("commonest rate") != std::string::npos);
}

TEST_CASE("edf+: annotations are counted and their text stays out") {
  EdfFile file;
  file.reserved = "EDF+C";
  file.annotations = {
      "+0.5\x15"
      "1\x14Hans\x14",
      "", "+2\x14one\x14two\x14"};
  const auto result = readBytes(writeEdf(file));
  CHECK(result.recording.format == "edf+");
  CHECK(result.recording.leads.size() == 1);
  CHECK(result.recording.length == 300);
  CHECK(diagnosticOf(result.recording, "annotations") == "3 annotations were not read.");
}

TEST_CASE("edf+: the patient is apart from the recording") {
  EdfFile file;
  file.reserved = "EDF+C";
  file.patient = "MCH-0234567 F 02-MAY-1951 Haagse_Harry note";
  file.recording = "Startdate 02-MAR-2002 PSG-1234 X Telemetry_03";
  auto patient = readBytes(writeEdf(file)).patient;
  CHECK(patient.id == "MCH-0234567");
  CHECK(patient.sex == "F");
  CHECK(patient.birthDate == "1951-05-02");
  CHECK(patient.name == "Haagse Harry");
  CHECK(patient.recordedAt == "2002-03-02T05:06:07");
  CHECK(patient.comments == std::vector<std::string>{"note", "PSG-1234", "Telemetry 03"});
  file.patient = "X X X X";
  file.recording = "Startdate X X X X";
  patient = readBytes(writeEdf(file)).patient;
  CHECK(patient.id.empty());
  CHECK(patient.name.empty());
  CHECK(patient.recordedAt == "2004-03-02T05:06:07");
  file.reserved = "";
  file.patient = "J\xFCrgen";
  file.startDate = "31.12.85";
  patient = readBytes(writeEdf(file)).patient;
  CHECK(patient.id == "J\xC3\xBCrgen");
  CHECK(patient.recordedAt == "1985-12-31T05:06:07");
}

TEST_CASE("edf+d: gaps are NaN and said; records are placed to the sample") {
  EdfFile file;
  file.reserved = "EDF+D";
  file.onsets = {"+10", "+11.004", "+14.5"};
  const auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.format == "edf+");
  CHECK(r.length == 550);
  CHECK(std::isfinite(r.samples[199]));
  CHECK(std::isnan(r.samples[200]));
  CHECK(std::isnan(r.samples[449]));
  CHECK(r.samples[450] == static_cast<float>((200.0 + 32768) * 10 / 65535 - 5));
  CHECK(diagnosticOf(r, "gap").find("2.5 s at 2 s") != std::string::npos);
}

TEST_CASE("edf+d: records that overlap, lack a time or lie years apart are refused") {
  EdfFile file;
  file.reserved = "EDF+D";
  file.onsets = {"+0", "+0.9", "+2"};
  CHECK(refusal(edfFormat(), "d.edf", writeEdf(file), "bad-record-times").find("record 2") !=
        std::string::npos);
  file.onsets = {"+0", "0", "+2"};
  refusal(edfFormat(), "d.edf", writeEdf(file), "bad-record-times");
  file.onsets = {"+0", "+1e300", "+2"};
  refusal(edfFormat(), "d.edf", writeEdf(file), "gap-too-long");
  file.onsets = {"+0", "+99999999", "+2"};
  refusal(edfFormat(), "d.edf", writeEdf(file), "gap-too-long");
}

TEST_CASE("bdf: 24 bits with sign") {
  EdfFile file;
  file.bdf = true;
  file.signals[0].dimension = "uV";
  file.signals[0].physicalMin = "-262144";
  file.signals[0].physicalMax = "262143";
  file.signals[0].digitalMin = "-8388608";
  file.signals[0].digitalMax = "8388607";
  file.signals[0].digital = [](int i) { return i == 0 ? -8388608 : i == 1 ? 8388607 : -i; };
  auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.format == "bdf");
  CHECK(r.samples[0] == -262.144f);
  CHECK(r.samples[1] == 262.143f);
  CHECK(r.samples[32] ==
        static_cast<float>(((-32.0 + 8388608) * 524287 / 16777215 - 262144) / 1000));
  file.reserved = "BDF+D";
  file.onsets = {"+0", "+1", "+3"};
  r = readBytes(writeEdf(file)).recording;
  CHECK(r.format == "bdf+");
  CHECK(r.length == 400);
}

TEST_CASE("edf: the size of the file decides where the header is silent or short") {
  EdfFile file;
  file.recordCount = "-1";
  const auto bytes = writeEdf(file);
  auto r = readBytes(bytes).recording;
  CHECK(r.length == 300);
  CHECK(diagnosticOf(r, "records-from-size").find("gives 3") != std::string::npos);
  r = readBytes(bytes + "abc").recording;
  CHECK(r.length == 300);
  CHECK(diagnosticOf(r, "trailing-bytes").find("3 bytes") != std::string::npos);
  CHECK(diagnosticOf(readBytes(writeEdf({}) + "x").recording, "trailing-bytes") != "");
}

TEST_CASE("edf: a tail at the digital minimum stays and is said") {
  EdfFile file;
  file.signals[0].digital = [](int i) { return i >= 240 ? -32768 : i; };
  const auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.length == 300);
  CHECK(r.samples[299] == -5.0f);
  CHECK(diagnosticOf(r, "padded-tail").find("II 60 samples") != std::string::npos);
}

TEST_CASE("edf: an ECG without a unit asks for one") {
  EdfFile file;
  file.signals[0].dimension = "";
  const auto bytes = writeEdf(file);
  refusal(edfFormat(), "u.edf", bytes, "unit-unknown");
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  const auto r = readBytes(bytes, options).recording;
  CHECK(r.leads[0].unit == "mV");
  CHECK(r.samples[5] == static_cast<float>(((5.0 + 32768) * 10 / 65535 - 5) / 1000));
}

TEST_CASE("edf: headers that cannot be trusted are refused") {
  const auto refused = [](const std::function<void(EdfFile&)>& spoil, const char* code) {
    EdfFile file;
    spoil(file);
    return refusal(edfFormat(), "bad.edf", writeEdf(file), code);
  };
  refused([](EdfFile& f) { f.signals[0].digitalMin = "32767"; }, "bad-header");
  refused([](EdfFile& f) { f.signals[0].digitalMin = "99999999"; }, "bad-header");
  refused([](EdfFile& f) { f.signals[0].physicalMin = "5"; }, "bad-header");
  refused([](EdfFile& f) { f.signals[0].physicalMin = "five"; }, "bad-header");
  refused([](EdfFile& f) { f.signals[0].physicalMax = "1e300"; }, "bad-header");
  refused([](EdfFile& f) { f.signals[0].samplesPerRecord = -1; }, "bad-header");
  refused([](EdfFile& f) { f.signals[0].samplesPerRecord = 0; }, "bad-header");
  refused([](EdfFile& f) { f.recordSeconds = "0"; }, "bad-header");
  refused([](EdfFile& f) { f.recordSeconds = "-1"; }, "bad-header");
  refused([](EdfFile& f) { f.recordSeconds = "nan"; }, "bad-header");
  refused([](EdfFile& f) { f.recordCount = "-7"; }, "bad-header");
  refused([](EdfFile& f) { f.recordCount = "3.5"; }, "bad-header");
  refused([](EdfFile& f) { f.signals.clear(); }, "bad-header");
  refused([](EdfFile& f) { f.recordCount = "99999999"; }, "truncated");
  refused([](EdfFile& f) { f.recordCount = f.recordSeconds = "0"; }, "no-signal");
  refused([](EdfFile& f) { f.records = 0; }, "no-signal");
  const auto sentence = refused([](EdfFile& f) { f.recordCount = "4"; }, "truncated");
  CHECK(sentence.find("1312 bytes and 1112 are present") != std::string::npos);
}

TEST_CASE("edf: an unusable calibration of another signal leaves that signal out") {
  EdfFile file;
  file.signals.push_back(signal("Temp", "C", 100));
  file.signals[1].physicalMin = file.signals[1].physicalMax = "0";
  const auto r = readBytes(writeEdf(file)).recording;
  CHECK(r.leads.size() == 1);
  CHECK(diagnosticOf(r, "uncalibrated").find("Temp") != std::string::npos);
}

TEST_CASE("edf: samples per record in the billions, and every truncation") {
  auto bytes = writeEdf({});
  auto huge = bytes;
  huge.replace(256 + 216, 8, "99999999");
  refusal(edfFormat(), "huge.edf", huge, "truncated");
  huge.replace(252, 4, "9999");
  huge.replace(184, 8, "2560000 ");
  refusal(edfFormat(), "huge.edf", huge, "truncated");
  for (std::size_t size = 8; size < bytes.size(); size += 13)
    refusal(edfFormat(), "cut.edf", bytes.substr(0, size), "truncated");
  refusal(edfFormat(), "empty.edf", "", "not-edf");
  refusal(edfFormat(), "text.edf", "0,1\n2,3\n", "not-edf");
}

TEST_CASE("edf: sniffing goes by content, and one file at a time") {
  const auto bytes = writeEdf({});
  CHECK(edfFormat().sniff({}) == Match::none);
  CHECK(edfFormat().sniff(oneFile("x.edf", "")) == Match::none);
  CHECK(edfFormat().sniff(oneFile("x.edf", std::string(300, '0'))) == Match::none);
  CHECK(edfFormat().sniff(oneFile("x.txt", "0       1       2\n3 4 5\n")) == Match::none);
  CHECK(edfFormat().sniff(oneFile("x.edf", bytes.substr(0, 200))) == Match::possible);
  CHECK(edfFormat().sniff(oneFile("x.dat", bytes)) == Match::certain);
  auto two = oneFile("a.edf", bytes);
  two.push_back(oneFile("b.edf", bytes)[0]);
  CHECK_THROWS_AS(edfFormat().read(two, {}), ecg::InputError);
  CHECK_THROWS_AS(edfFormat().read({}, {}), ecg::InputError);
}
