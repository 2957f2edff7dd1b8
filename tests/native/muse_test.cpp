#include "preprocess/formats/muse/muse.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/muse_writer.h"
#include "tests/support/reader_checks.h"

using ecg::Match;
using ecg::museFormat;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  const auto files = oneFile("x.xml", bytes);
  CHECK(museFormat().sniff(files) == Match::certain);
  return museFormat().read(files, options);
}

/// A file of one lead in which one element of it is set, or left out where the text is empty.
std::string with(const std::string& element, const std::string& text) {
  MuseFile file;
  file.waveforms[0].leads[0].set[element] = text;
  return writeMuse(file);
}

std::string refused(const std::string& bytes, const std::string& code,
                    const ecg::ReadOptions& options = {}) {
  return refusal(museFormat(), "m.xml", bytes, code, options);
}

MuseWaveform median() {
  MuseWaveform wave;
  wave.type = "Median";
  wave.base = "25";
  wave.exponent = "1";
  wave.leads[0].samples = {7, 8, 9};
  return wave;
}

}  // namespace

TEST_CASE("muse: samples, rate, names and filters") {
  MuseFile file;
  file.waveforms[0].leads.push_back({"V1", {1, 2, 3, 4, 5, 6, 7, -32767}, {}});
  const auto r = readBytes(writeMuse(file)).recording;
  CHECK(r.format == "muse-xml");
  CHECK(r.samplingRate == 500);
  CHECK(r.length == 8);
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[0].name == "II");
  CHECK(r.leads[1].storedName == "V1");
  CHECK(r.leads[1].unit == "mV");
  const int stored[] = {0, 1, -1, 100, -100, 1000, -1000, 32000};
  for (std::size_t i = 0; i < 8; ++i)
    CHECK(r.samples[i] == static_cast<float>(stored[i] * 4.88 / 1000));
  CHECK(r.lead(1)[7] == static_cast<float>(-32767 * 4.88 / 1000));
  REQUIRE(r.diagnostics.size() == 1);
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: high-pass 16 (hundredths of a Hz), "
        "low-pass 150 Hz, mains 60 Hz.");
}

TEST_CASE("muse: the rhythm is taken and the median beat offered") {
  MuseFile file;
  file.waveforms = {median(), MuseWaveform{}};
  auto r = readBytes(writeMuse(file)).recording;
  CHECK(r.length == 8);
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: "
        "1 Rhythm (1 lead), 2 Median (1 lead).");
  ecg::ReadOptions options;
  options.recording = 2;
  r = readBytes(writeMuse(file), options).recording;
  CHECK(r.length == 3);
  CHECK(r.samplingRate == 250);
  for (const std::size_t none : {0, 3}) {
    options.recording = none;
    refused(writeMuse(file), "no-such-recording", options);
  }
  file.waveforms[0].type = "Something of thirty characters";
  CHECK(diagnosticOf(readBytes(writeMuse(file)).recording, "several-recordings")
            .find("2 \"Something of thirty char...\"") != std::string::npos);
}

TEST_CASE("muse: the rate") {
  MuseFile file;
  auto& wave = file.waveforms[0];
  const auto rate = [&](const char* base, const char* exponent) {
    wave.base = base;
    wave.exponent = exponent;
    return readBytes(writeMuse(file)).recording.samplingRate;
  };
  CHECK(rate("500", "") == 500);
  CHECK(rate("5", "2") == 500);
  CHECK(rate("2500", "-1") == 250);
  wave.base = "";
  CHECK(refused(writeMuse(file), "rate-unknown").find("SampleBase") != std::string::npos);
  ecg::ReadOptions options;
  options.samplingRate = 250;
  CHECK(readBytes(writeMuse(file), options).recording.samplingRate == 250);
  options.samplingRate = -1;
  refused(writeMuse(file), "bad-option", options);
  for (const char* bad : {"0", "-500", "fast", "1e300"}) {
    wave.base = bad;
    wave.exponent = "300";
    refused(writeMuse(file), "bad-header");
  }
}

TEST_CASE("muse: the amplitude's unit") {
  const std::pair<const char*, double> units[] = {
      {"MICROVOLTS", 1e3}, {"MILLIVOLTS", 1}, {"NANOVOLTS", 1e6}, {"uV", 1e3}};
  for (const auto& [unit, perMillivolt] : units)
    CHECK(readBytes(with("LeadAmplitudeUnits", unit)).recording.samples[5] ==
          static_cast<float>(1000 * (4.88 / perMillivolt)));
  for (const char* unknown : {"", "COUNTS"}) {
    const auto bytes = with("LeadAmplitudeUnits", unknown);
    CHECK(refused(bytes, "unit-unknown").find("lead \"II\"") != std::string::npos);
    ecg::ReadOptions options;
    options.unitsPerMillivolt = 1000;
    CHECK(readBytes(bytes, options).recording.samples[5] ==
          static_cast<float>(1000 * (4.88 / 1000)));
  }
  const auto bytes = with("LeadAmplitudeUnitsPerBit", "");
  refused(bytes, "unit-unknown");
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  CHECK(readBytes(bytes, options).recording.samples[5] == 5.0f);
  options.unitsPerMillivolt = 0;
  refused(bytes, "bad-option", options);
  for (const char* bad : {"0", "-1", "x", "1e999"})
    refused(with("LeadAmplitudeUnitsPerBit", bad), "bad-header");
}

TEST_CASE("muse: a checksum that fails is said, by lead") {
  CHECK(diagnosticOf(readBytes(with("LeadDataCRC32", "12345")).recording, "checksum-failed") ==
        "The samples of these leads do not agree with their LeadDataCRC32: II.");
  CHECK(diagnosticOf(readBytes(with("LeadDataCRC32", "x")).recording, "checksum-failed") != "");
  CHECK(diagnosticOf(readBytes(with("LeadDataCRC32", "")).recording, "checksum-failed").empty());
  const auto repaired = repairMuseChecksums(with("LeadDataCRC32", "12345"));
  CHECK(diagnosticOf(readBytes(repaired).recording, "checksum-failed").empty());
}

TEST_CASE("muse: what the device says of the leads") {
  CHECK(diagnosticOf(readBytes(with("LeadOff", "TRUE")).recording, "lead-off") ==
        "The device says that these leads were off: II.");
  CHECK(diagnosticOf(readBytes(with("MuscleNoise", "TRUE")).recording, "signal-quality") ==
        "The device says of the signal: II MuscleNoise.");
  CHECK(diagnosticOf(readBytes(with("FirstSampleBaseline", "5")).recording,
                     "baseline-not-applied") != "");
  MuseFile file;
  file.waveforms[0].leads[0].samples = {32767, 5, -32768};
  CHECK(diagnosticOf(readBytes(writeMuse(file)).recording, "clipped").find("II 2") !=
        std::string::npos);
  file.waveforms[0].leads[0].set["LeadLowLimit"] = "";
  CHECK(diagnosticOf(readBytes(writeMuse(file)).recording, "clipped").empty());
}

TEST_CASE("muse: the patient is apart from the recording, the diagnosis apart from both") {
  MuseFile file;
  file.patient =
      "<PatientID>77</PatientID><PatientAge>30</PatientAge><AgeUnits>MONTHS</AgeUnits>"
      "<DateofBirth>06-30-1969</DateofBirth><Gender>FEMALE</Gender>"
      "<PatientLastName>M\xFCller</PatientLastName><PatientFirstName>Eva</PatientFirstName>";
  file.test =
      "<AcquisitionTime>10:05:44</AcquisitionTime><AcquisitionDate>12-01-2023</AcquisitionDate>"
      "<TestReason>Pain</TestReason>";
  file.diagnosis = {{"Sinus bradycardia", false},
                    {"with 1st degree A-V block", true},
                    {"Normal ECG", true},
                    {"Confirmed by Roe, Jane", false}};
  file.original = {{"Sinus bradycardia", true}};
  auto result = readBytes(writeMuse(file));
  const auto& patient = result.patient;
  CHECK(patient.id == "77");
  CHECK(patient.name == "Eva M\xC3\xBCller");
  CHECK(patient.birthDate == "1969-06-30");
  CHECK(patient.age == "30 months");
  CHECK(patient.sex == "F");
  CHECK(patient.recordedAt == "2023-12-01T10:05:44");
  CHECK(patient.comments == std::vector<std::string>{"Pain", "Confirmed by Roe, Jane"});
  CHECK(result.interpretation ==
        std::vector<std::string>{"Sinus bradycardia with 1st degree A-V block", "Normal ECG",
                                 "Before editing: Sinus bradycardia"});
  file.original = {{"Sinus bradycardia with 1st degree A-V block", true}, {"Normal ECG", true}};
  CHECK(readBytes(writeMuse(file)).interpretation.size() == 2);
  file.diagnosis.clear();
  CHECK(readBytes(writeMuse(file)).interpretation.at(1) == "Normal ECG");
  file.patient =
      "<DateofBirth>30-06-1969</DateofBirth><PatientAge>54</PatientAge>"
      "<AgeUnits>YEARS</AgeUnits><Gender>UNKNOWN</Gender>";
  result = readBytes(writeMuse(file));
  CHECK(result.patient.birthDate == "30-06-1969");
  CHECK(result.patient.age == "54");
  CHECK(result.patient.sex == "UNKNOWN");
}

TEST_CASE("muse: beats and pacing spikes are counted") {
  MuseFile file;
  file.more = "<QRSTimesTypes><QRS><Time>5</Time></QRS></QRSTimesTypes>";
  CHECK(diagnosticOf(readBytes(writeMuse(file)).recording, "annotations") ==
        "1 annotation was not read.");
  file.waveforms[0].more = "<PaceSpikes><IndexOffsets>10 510, 7</IndexOffsets></PaceSpikes>";
  CHECK(diagnosticOf(readBytes(writeMuse(file)).recording, "annotations") ==
        "4 annotations were not read.");
}

TEST_CASE("muse: a lead without a name is called by its place, or as the caller says") {
  MuseFile file;
  file.waveforms[0].leads[0].id = "";
  const std::string bytes = writeMuse(file);
  CHECK(readBytes(bytes).recording.leads[0].name == "lead 1");
  CHECK(diagnosticOf(readBytes(bytes).recording, "lead-unnamed") != "");
  ecg::ReadOptions options;
  options.leads = {"V1"};
  CHECK(readBytes(bytes, options).recording.leads[0].name == "V1");
}

TEST_CASE("muse: leads that differ") {
  MuseFile file;
  file.waveforms[0].leads.push_back({"II", {1, 2}, {}});
  const auto r = readBytes(writeMuse(file)).recording;
  CHECK(r.length == 8);
  CHECK(std::isnan(r.lead(1)[2]));
  CHECK(diagnosticOf(r, "short-lead") != "");
  CHECK(diagnosticOf(r, "duplicate-lead") != "");
  file.waveforms[0].leads[1].set["LeadTimeOffset"] = "100";
  const auto skewed = readBytes(writeMuse(file)).recording;
  CHECK(diagnosticOf(skewed, "skew").find("LeadTimeOffset") != std::string::npos);
  CHECK(skewed.lead(1)[0] == r.lead(1)[0]);
  file.waveforms[0].leads[0].set["LeadTimeOffset"] = "100";
  CHECK(readBytes(writeMuse(file)).recording.length == 8);
}

TEST_CASE("muse: what cannot be trusted is refused") {
  refused("<a/>", "not-muse");
  refused("<RestingECG><Waveform>", "bad-xml");
  refused(with("LeadSampleSize", "4"), "unsupported-sample-size");
  refused(with("LeadSampleSize", "two"), "bad-header");
  CHECK(refused(with("LeadByteCountTotal", "18"), "truncated").find("has 16 where its LeadByteC") !=
        std::string::npos);
  refused(with("LeadByteCountTotal", "14"), "bad-header");
  refused(with("LeadSampleCountTotal", "9"), "truncated");
  refused(with("LeadSampleCountTotal", "7"), "bad-header");
  refused(with("WaveFormData", "@"), "bad-base64");
  MuseFile file;
  file.waveforms[0].leads[0].set = {{"WaveFormData", "AAAA"}, {"LeadByteCountTotal", ""}};
  refused(writeMuse(file), "truncated");
  file.waveforms[0].leads[0].samples.clear();
  file.waveforms[0].leads[0].set.clear();
  refused(writeMuse(file), "no-signal");
  file.waveforms[0].leads.clear();
  refused(writeMuse(file), "no-signal");
  file.waveforms.clear();
  refused(writeMuse(file), "no-signal");
}

TEST_CASE("muse: sniffing goes by content, and one file at a time") {
  const auto bytes = writeMuse({});
  CHECK(museFormat().sniff({}) == Match::none);
  CHECK(museFormat().sniff(oneFile("x.xml", "")) == Match::none);
  CHECK(museFormat().sniff(oneFile("x.xml", "<restingecgdata/>")) == Match::none);
  CHECK(museFormat().sniff(oneFile("x.txt", bytes)) == Match::certain);
  auto two = oneFile("a.xml", bytes);
  two.push_back(oneFile("b.xml", bytes)[0]);
  CHECK_THROWS_AS(museFormat().read(two, {}), ecg::InputError);
  CHECK_THROWS_AS(museFormat().read({}, {}), ecg::InputError);
}
