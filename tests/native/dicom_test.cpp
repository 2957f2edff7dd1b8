#include "preprocess/formats/dicom/dicom.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/dicom_writer.h"
#include "tests/support/reader_checks.h"

using ecg::dicomFormat;
using ecg::Match;
using ecg::ReadOptions;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ReadOptions& options = {}) {
  const auto files = oneFile("x.dcm", bytes);
  CHECK(dicomFormat().sniff(files) == Match::certain);
  return dicomFormat().read(files, options);
}

std::string refuseFile(const DicomFile& file, const std::string& code,
                       const ReadOptions& options = {}) {
  return refusal(dicomFormat(), "x.dcm", writeDicom(file), code, options);
}

bool has(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

DicomChannel lead(const std::string& code, const std::string& meaning) {
  DicomChannel channel;
  channel.code = code;
  channel.meaning = meaning;
  return channel;
}

const DicomEncoding everyEncoding[] = {{true, false, false, false},  {true, false, true, false},
                                       {false, false, false, false}, {false, false, true, false},
                                       {true, true, false, false},   {true, true, true, false},
                                       {true, false, false, true},   {true, false, true, true}};

}  // namespace

TEST_CASE("dicom: every encoding, with and without preamble and meta") {
  for (const auto& encoding : everyEncoding) {
    for (int head = 0; head < 4; ++head) {
      DicomFile file;
      file.encoding = encoding;
      file.preamble = head & 1;
      file.meta = head & 2;
      file.groups[0].channels.push_back(lead("2:61", "Lead III"));
      file.groups[0].channels[1].sample = [](int i) { return i == 0 ? -32768 : 32767 - i; };
      const auto r = readBytes(writeDicom(file)).recording;
      CHECK(r.format == "dicom");
      CHECK(r.samplingRate == 500);
      CHECK(r.length == 50);
      REQUIRE(r.leads.size() == 2);
      CHECK(r.leads[0].name == "II");
      CHECK(r.leads[0].storedName == "Lead II");
      CHECK(r.leads[1].name == "III");
      CHECK(r.leads[1].unit == "mV");
      for (int i = 0; i < 50; ++i) {
        CHECK(r.lead(0)[i] == static_cast<float>((i - 500) * 2.5 / 1000));
        CHECK(r.lead(1)[i] == static_cast<float>((i == 0 ? -32768 : 32767 - i) * 2.5 / 1000));
      }
      CHECK(r.diagnostics.empty());
    }
  }
}

TEST_CASE("dicom: every sample type to its ends") {
  struct Type {
    const char* name;
    int bits;
    std::int64_t low, high;
  };
  const Type types[] = {{"SB", 8, -128, 127},
                        {"UB", 8, 0, 255},
                        {"SS", 16, -32768, 32767},
                        {"US", 16, 0, 65535},
                        {"SL", 24, -8388608, 8388607},
                        {"UL", 24, 0, 16777215},
                        {"SL", 32, -2147483648LL, 2147483647LL},
                        {"UL", 32, 0, 4294967295LL}};
  for (const auto& type : types) {
    for (const auto& encoding : everyEncoding) {
      DicomFile file;
      file.encoding = encoding;
      DicomGroup& group = file.groups[0];
      group.bits = type.bits;
      group.interpretation = type.name;
      group.dataVr = type.bits % 16 == 8  ? "OB"
                     : type.bits == 16    ? "OW"
                     : encoding.bigEndian ? "OL"
                                          : "OW";
      group.samples = 3;  // an odd number of bytes where a sample has one
      group.channels[0].sample = [&](int i) { return i == 0 ? type.low : i == 1 ? type.high : 7; };
      const auto r = readBytes(writeDicom(file)).recording;
      CHECK(r.samples == std::vector<float>{static_cast<float>(type.low * 2.5 / 1000),
                                            static_cast<float>(type.high * 2.5 / 1000),
                                            static_cast<float>(7 * 2.5 / 1000)});
      CHECK(r.diagnostics.empty());
    }
  }
}

TEST_CASE("dicom: sensitivity, correction and baseline in every unit of voltage") {
  const std::pair<const char*, double> units[] = {
      {"uV", 1000}, {"mV", 1}, {"V", 0.001}, {"nV", 1e6}, {"microvolt", 1000}, {"\xB5V", 1000}};
  for (const auto& [unit, perMillivolt] : units) {
    DicomFile file;
    DicomChannel& channel = file.groups[0].channels[0];
    channel.unit = unit;
    channel.sensitivity = "0.25";
    channel.correction = "1.02";
    channel.baseline = "-3.5E1";
    const auto r = readBytes(writeDicom(file)).recording;
    CHECK(r.leads[0].unit == "mV");
    CHECK(r.samples[1] == static_cast<float>((-499 * (0.25 * 1.02) - 35) / perMillivolt));
  }
}

TEST_CASE("dicom: other channels keep their unit or have none") {
  DicomFile file;
  file.sopClass = "1.2.840.10008.5.1.4.1.1.9.2.1";
  auto& channels = file.groups[0].channels;
  channels.push_back(lead("109016", "Aortic pressure"));
  channels[1].scheme = "DCM";
  channels[1].unit = "mm[Hg]";
  channels[1].sensitivity = "0.5";
  channels.push_back(channels[1]);
  channels[2].meaning = "Marker";
  channels[2].sensitivity = channels[2].unit = "";
  const auto r = readBytes(writeDicom(file)).recording;
  REQUIRE(r.leads.size() == 3);
  CHECK(r.leads[0].unit == "mV");
  CHECK(r.leads[1].unit == "mm[Hg]");
  CHECK(r.leads[1].name == "Aortic pressure");
  CHECK(r.lead(1)[0] == -250);
  CHECK(r.leads[2].unit.empty());
  CHECK(r.lead(2)[0] == -500);
}

TEST_CASE("dicom: without a scale it asks, and says what is likely") {
  DicomFile file;
  DicomChannel& channel = file.groups[0].channels[0];
  file.groups[0].samples = 1000;
  channel.sensitivity = channel.unit = channel.correction = channel.baseline = "";
  const auto sentence = refuseFile(file, "unit-unknown");
  CHECK(has(sentence, "channel 1 (Lead II)"));
  CHECK(has(sentence, "the spread of its values suggests 500"));
  ReadOptions options;
  options.unitsPerMillivolt = 200;
  CHECK(readBytes(writeDicom(file), options).recording.samples[0] == -2.5f);
  options.unitsPerMillivolt = 0;
  refuseFile(file, "bad-option", options);
  channel.sensitivity = "1";
  channel.unit = "{adu}";
  refuseFile(file, "unit-unknown");
  file.groups[0].padding =
      "\x01"
      "0";
  refuseFile(file, "unit-unknown");
  channel.sensitivity = "0";
  channel.unit = "uV";
  refuseFile(file, "bad-header");
  channel.sensitivity = "1e20";
  refuseFile(file, "bad-header");
  channel.sensitivity = "many";
  refuseFile(file, "bad-header");
  channel.sensitivity = "1,5";
  refuseFile(file, "bad-header");
  channel.sensitivity = "1e999";
  refuseFile(file, "bad-header");
}

TEST_CASE("dicom: leads by code or by meaning") {
  struct Naming {
    const char *code, *scheme, *meaning, *label, *name, *storedName;
  };
  const Naming namings[] = {
      {"2:1", "MDC", "Lead I", "", "I", "Lead I"},
      {"131134", "MDC", "aVR, augmented voltage, right", "", "aVR",
       "aVR, augmented voltage, right"},
      {"MDC_ECG_LEAD_V3R", "MDC", "", "", "V3R", "MDC_ECG_LEAD_V3R"},
      {"mdc_ecg_lead_AVL", "MDC", "x", "", "aVL", "x"},
      {"5.6.3-9-64", "SCPECG", "Ableitung aVF", "", "aVF", "Ableitung aVF"},
      {"5.6.3-9-1", "SCPECG", "Lead I (Einthoven)", "", "I", "Lead I (Einthoven)"},
      {"5.6.3-9-65", "SCPECG", "aVR neg", "", "-aVR", "aVR neg"},
      {"2:16", "MDC", "Lead X", "", "X", "Lead X"},
      {"2:31", "MDC", "Derived Lead I", "", "Derived Lead I", "Derived Lead I"},
      {"2:0", "MDC", "Unspecified lead", "V5", "V5", "Unspecified lead"},
      {"L1", "99ACME", "Lead V6", "", "V6", "Lead V6"},
      {"2:1", "99ACME", "Pulse", "", "Pulse", "Pulse"},
      {"", "", "", "ECG V2", "V2", "ECG V2"},
      {"", "", "", "", "channel 1", "channel 1"}};
  for (const auto& naming : namings) {
    DicomFile file;
    DicomChannel& channel = file.groups[0].channels[0];
    channel.code = naming.code;
    channel.scheme = naming.scheme;
    channel.meaning = naming.meaning;
    channel.label = naming.label;
    const auto r = readBytes(writeDicom(file)).recording;
    CHECK(r.leads[0].name == naming.name);
    CHECK(r.leads[0].storedName == naming.storedName);
    CHECK(r.leads[0].unit == "mV");
  }
  DicomFile file;
  file.groups[0].channels[0] = lead("", "");
  ReadOptions options;
  options.leads = {"V4"};
  CHECK(readBytes(writeDicom(file), options).recording.leads[0].name == "V4");
}

TEST_CASE("dicom: a code and a meaning that differ, and one code for all") {
  DicomFile file;
  auto& channels = file.groups[0].channels;
  channels = {lead("2:1", "Lead II"), lead("2:3", "Lead V1")};
  auto r = readBytes(writeDicom(file)).recording;
  CHECK(r.leads[0].name == "I");
  CHECK(has(diagnosticOf(r, "unusual-lead"), "Channel 1 is lead I by its code and II by its"));
  channels = {lead("2:1", "Lead I"), lead("2:1", "Lead II"), lead("2:1", "Lead III")};
  r = readBytes(writeDicom(file)).recording;
  CHECK(r.leads[0].name == "I");
  CHECK(r.leads[1].name == "II");
  CHECK(r.leads[2].name == "III");
  channels = {lead("2:1", "Lead I"), lead("2:1", "Lead I")};
  CHECK(!diagnosticOf(readBytes(writeDicom(file)).recording, "duplicate-lead").empty());
}

TEST_CASE("dicom: groups are offered, the original rhythm of leads first") {
  DicomFile file;
  file.sopClass = "1.2.840.10008.5.1.4.1.1.9.2.1";
  DicomGroup pressure, median, derived, rhythm;
  pressure.label = "PRESSURE";
  pressure.channels[0] = lead("109016", "Aortic");
  pressure.channels[0].scheme = "DCM";
  pressure.channels[0].unit = "mm[Hg]";
  median.label = "MEDIAN BEAT";
  median.originality = derived.originality = "DERIVED";
  derived.label = "";
  rhythm.samples = 100;
  rhythm.samplingFrequency = "250";
  file.groups = {pressure, median, derived, rhythm};
  ReadOptions options;
  auto r = readBytes(writeDicom(file)).recording;
  CHECK(r.length == 100);
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 4 recordings here, of which number 1 was read: 1 \"RHYTHM\": 1 channel, 0.4 s "
        "at 250 Hz, 2 no label: 1 channel, 0.1 s at 500 Hz, derived, 3 \"MEDIAN BEAT\": 1 channel, "
        "0.1 s at 500 Hz, derived, 4 \"PRESSURE\": 1 channel, 0.1 s at 500 Hz.");
  CHECK(diagnosticOf(r, "derived-waveform").empty());
  options.recording = 2;
  CHECK(has(diagnosticOf(readBytes(writeDicom(file), options).recording, "derived-waveform"),
            "they are derived"));
  options.recording = 3;
  CHECK(has(diagnosticOf(readBytes(writeDicom(file), options).recording, "derived-waveform"),
            "median beat"));
  options.recording = 4;
  CHECK(readBytes(writeDicom(file), options).recording.leads[0].unit == "mm[Hg]");
  options.recording = 5;
  CHECK(has(refuseFile(file, "no-such-recording", options), "\"PRESSURE\""));
  options.recording = 0;
  refuseFile(file, "no-such-recording", options);
}

TEST_CASE("dicom: filters and skew are said") {
  DicomFile file;
  auto& channels = file.groups[0].channels;
  channels.push_back(lead("2:1", "Lead I"));
  for (auto& channel : channels) {
    channel.filterLow = "0.05";
    channel.filterHigh = "150.0";
    channel.notch = "50";
  }
  auto r = readBytes(writeDicom(file)).recording;
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: 0.05 to 150 Hz, without 50 Hz.");
  CHECK(diagnosticOf(r, "skew").empty());
  channels[0].filterLow = channels[0].notch = "";
  channels[1].filterHigh = "0";
  channels[1].notchWidth = "2";
  channels[0].sampleSkew = "";
  channels[0].timeSkew = "0.001";
  channels[1].sampleSkew = "2";
  channels[1].offset = "0.5";
  r = readBytes(writeDicom(file)).recording;
  CHECK(has(diagnosticOf(r, "filtered"),
            ": II up to 150 Hz; I from 0.05 Hz up, without 50 Hz (a "
            "band of 2 Hz)."));
  CHECK(has(diagnosticOf(r, "skew"), ": II 0.001 s; I 0.504 s."));
  channels[0].filterHigh = "OFF";
  r = readBytes(writeDicom(file)).recording;
  CHECK(has(diagnosticOf(r, "filtered"), ": I from 0.05 Hz up"));
}

TEST_CASE("dicom: the padding value is missing samples, unless the signal has it too") {
  DicomFile file;
  DicomGroup& group = file.groups[0];
  group.padding = std::string("\x00\x80", 2);
  group.channels[0].sample = [](int i) { return i >= 40 ? -32768 : i; };
  auto r = readBytes(writeDicom(file)).recording;
  CHECK(r.samples[39] == static_cast<float>(39 * 2.5 / 1000));
  CHECK(std::isnan(r.samples[40]));
  CHECK(diagnosticOf(r, "gap") ==
        "Samples with the file's padding value -32768 are missing and NaN here: II 10.");
  // 0 lies within the signal: short runs are samples, a second of it is not.
  group.padding = std::string(2, '\0');
  group.samples = 2000;
  group.channels[0].sample = [](int i) { return i >= 1400 ? 0 : i % 21 - 10; };
  r = readBytes(writeDicom(file)).recording;
  CHECK(r.samples[10] == 0);
  CHECK(std::isnan(r.samples[1400]));
  CHECK(std::isnan(r.samples[1999]));
  CHECK(diagnosticOf(r, "gap") ==
        "Samples with the file's padding value 0 are missing and NaN here: II 600.");
  CHECK(has(diagnosticOf(r, "padding-value"), "67 samples have the file's padding value 0"));
  // Far from all others.
  group.padding = std::string("\x10\x27", 2);
  group.channels[0].sample = [](int i) { return i % 2 ? 10000 : i % 100; };
  r = readBytes(writeDicom(file)).recording;
  CHECK(std::isnan(r.samples[1]));
  CHECK(r.samples[0] == 0);
  group.padding = std::string(4, '\0');
  r = readBytes(writeDicom(file)).recording;
  CHECK(has(diagnosticOf(r, "padding-value"), "was not applied"));
  // A lead that is nothing else.
  group.padding = std::string(2, '\0');
  group.channels[0].sample = [](int) { return 0; };
  CHECK(std::isnan(readBytes(writeDicom(file)).recording.samples[5]));
}

TEST_CASE("dicom: findings are kept, other annotations counted") {
  for (const auto& encoding : everyEncoding) {
    DicomFile file;
    file.encoding = encoding;
    const DicomEncoder to = DicomEncoder(encoding).inside();
    file.annotations = {
        to.text(0x00700006, "ST", "SINUS RHYTHM\r\nNORMAL ECG"),
        to.text(0x00700006, "ST", "Grenzwertig f\xFCr Alter"),
        to.code(0x0040A043, "5.10.2.1-3", "SCPECG", "RR Interval") +
            to.text(0x0040A30A, "DS", "982"),
        to.text(0x0040A130, "CS", "POINT") + to.text(0x00700006, "ST", "marked by Smith")};
    const auto result = readBytes(writeDicom(file));
    CHECK(result.interpretation ==
          std::vector<std::string>{"SINUS RHYTHM", "NORMAL ECG", "Grenzwertig f\xC3\xBCr Alter"});
    CHECK(diagnosticOf(result.recording, "annotations") == "2 annotations were not read.");
  }
}

TEST_CASE("dicom: the patient is apart from the recording") {
  DicomFile file;
  file.texts = {
      {0x00080020, "20240102"}, {0x00080030, "0304"},          {0x00100010, "M\xFCller^Eva^^Dr"},
      {0x00100020, "MRN-1"},    {0x00100030, "19710123"},      {0x00100040, "F"},
      {0x00101010, "042Y"},     {0x00104000, "after exercise"}};
  auto patient = readBytes(writeDicom(file)).patient;
  CHECK(patient.name == "M\xC3\xBCller Eva Dr");
  CHECK(patient.id == "MRN-1");
  CHECK(patient.birthDate == "1971-01-23");
  CHECK(patient.sex == "F");
  CHECK(patient.age == "42");
  CHECK(patient.recordedAt == "2024-01-02T03:04");
  CHECK(patient.comments == std::vector<std::string>{"after exercise"});
  file.characterSet = "\\ISO 2022 IR 87";
  file.texts = {{0x00080020, "20240102"},
                {0x0008002A, "20240203040506.5+0100"},
                {0x00100010, "Yamada^Tarou=\x1B$B;3ED\x1B(B=\xB1"},
                {0x00101010, "006M"}};
  patient = readBytes(writeDicom(file)).patient;
  CHECK(patient.name == "Yamada Tarou");
  CHECK(patient.age == "6 months");
  CHECK(patient.recordedAt == "2024-02-03T04:05:06");
  file.characterSet = "ISO_IR 144";
  file.texts = {{0x00080023, "20240102"},
                {0x00080033, "112233"},
                {0x00100010, "\xBB\xEE"},
                {0x00101010, "old"}};
  patient = readBytes(writeDicom(file)).patient;
  CHECK(patient.name == "??");
  CHECK(patient.age == "old");
  CHECK(patient.recordedAt == "2024-01-02T11:22:33");
  file.characterSet = "ISO_IR 192";
  file.texts = {{0x00100010, "\xE5\xB1\xB1"}};
  CHECK(readBytes(writeDicom(file)).patient.name == "\xE5\xB1\xB1");
}
