#include <doctest/doctest.h>

#include "preprocess/formats/muse/muse.h"
#include "tests/support/corpus.h"
#include "tests/support/muse_writer.h"
#include "tests/support/reader_checks.h"

using namespace ecg;
using namespace ecg::test;

namespace {

const std::vector<std::int16_t> wave{0, 1, -1, 100, -32768, 32767, 5, -6};

MuseWaveform rhythm() { return {"Rhythm", {{"I", wave}, {"V1", {8, 7, 6, 5, 4, 3, 2, 1}}}}; }

ReadResult readOf(const std::string& bytes, const ReadOptions& options = {}) {
  return museFormat().read(oneFile("x.xml", bytes), options);
}

std::string refusalOf(const MuseWaveform& waveform, const std::string& code) {
  return refusal(museFormat(), "x.xml", writeMuse({waveform}), code);
}

}  // namespace

TEST_CASE("muse: samples come out in mV, exactly") {
  const std::string bytes = writeMuse({rhythm()});
  CHECK(museFormat().sniff(oneFile("x", bytes)) == Match::certain);
  const Recording r = readOf(bytes).recording;
  CHECK(r.format == "muse-xml");
  CHECK(r.samplingRate == 500);
  CHECK(r.length == wave.size());
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[1].name == "V1");
  for (std::size_t i = 0; i < wave.size(); ++i)
    CHECK(r.lead(0)[i] == static_cast<float>(wave[i] * 0.00488));
  CHECK(r.lead(1)[0] == static_cast<float>(8 * 0.00488));
  CHECK(r.diagnostics.empty());
}

TEST_CASE("muse: the rhythm is taken, and the median beat on request") {
  MuseWaveform median{"Median", {{"I", {1, 2, 3}}}};
  median.sampleBase = "1";
  median.sampleExponent = "3";
  const std::string bytes = writeMuse({median, rhythm()});
  const Recording first = readOf(bytes).recording;
  CHECK(first.length == wave.size());
  CHECK(diagnosticOf(first, "several-recordings") ==
        "The file holds 2 recordings, of which number 1 was read: 1 Rhythm, 2 Median.");
  ReadOptions options;
  options.recording = 2;
  const Recording second = readOf(bytes, options).recording;
  CHECK(second.length == 3);
  CHECK(second.samplingRate == 1000);
  options.recording = 3;
  refusal(museFormat(), "x.xml", bytes, "no-such-recording", options);
}

TEST_CASE("muse: what the file says of its samples is said") {
  MuseWaveform w = rhythm();
  w.more = "<HighPassFilter>16</HighPassFilter><LowPassFilter>150</LowPassFilter>";
  w.leads[0].crc = 1;
  w.leads[0].more = "<LeadHighLimit>32767</LeadHighLimit><LeadLowLimit>-32768</LeadLowLimit>";
  w.leads[0].more += "<LeadTimeOffset>0</LeadTimeOffset><FirstSampleBaseline>3</FirstSampleBaseline>"
                     "<LeadOffsetFirstSample>2</LeadOffsetFirstSample>";
  w.leads[1].more = "<LeadOff>TRUE</LeadOff><LeadTimeOffset>4</LeadTimeOffset>";
  const Recording r = readOf(writeMuse({w})).recording;
  CHECK(diagnosticOf(r, "checksum-failed") == "LeadDataCRC32 is not that of the samples: I.");
  CHECK(diagnosticOf(r, "clipped") == "Samples are at the limits that the file gives: I.");
  CHECK(diagnosticOf(r, "lead-off") == "The device found the electrode off: V1.");
  CHECK(diagnosticOf(r, "skew") ==
        "LeadTimeOffset or LeadOffsetFirstSample is not 0, and was not applied: I, V1.");
  CHECK(diagnosticOf(r, "baseline-not-applied") ==
        "FirstSampleBaseline is not 0, and was not applied: I.");
  CHECK(diagnosticOf(r, "filtered").find("HighPassFilter 16, LowPassFilter 150.") !=
        std::string::npos);
  w = rhythm();
  w.leads[1].id = "I";
  CHECK_FALSE(diagnosticOf(readOf(writeMuse({w})).recording, "duplicate-lead").empty());
}

TEST_CASE("muse: identity and statements are kept apart") {
  const std::string bytes = writeMuse(
      {rhythm()},
      "<PatientDemographics><PatientID>42</PatientID><PatientAge>61</PatientAge>"
      "<AgeUnits>YEARS</AgeUnits><Gender>FEMALE</Gender><PatientLastName>M\xFCller</PatientLastName>"
      "<PatientFirstName>Ada</PatientFirstName><DateofBirth>02-28-1950</DateofBirth>"
      "</PatientDemographics><TestDemographics><AcquisitionTime>10:11:12</AcquisitionTime>"
      "<AcquisitionDate>12-31-2011</AcquisitionDate></TestDemographics>"
      "<Diagnosis><DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>Sinus bradycardia"
      "</StmtText></DiagnosisStatement><DiagnosisStatement><StmtText>Otherwise</StmtText>"
      "</DiagnosisStatement><DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>normal"
      "</StmtText></DiagnosisStatement><DiagnosisStatement><StmtFlag>ENDSLINE</StmtFlag><StmtText>"
      "Confirmed by DOE, JANE (7) on 1/2/2012</StmtText></DiagnosisStatement></Diagnosis><OriginalDiagnosis><DiagnosisStatement>"
      "<StmtText>other</StmtText></DiagnosisStatement></OriginalDiagnosis>");
  const ReadResult result = readOf(bytes);
  CHECK(result.patient.id == "42");
  CHECK(result.patient.name == "Ada M\xC3\xBCller");
  CHECK(result.patient.birthDate == "1950-02-28");
  CHECK(result.patient.age == "61 years");
  CHECK(result.patient.sex == "FEMALE");
  CHECK(result.patient.recordedAt == "2011-12-31T10:11:12");
  CHECK(result.patient.comments ==
        std::vector<std::string>{"Confirmed by DOE, JANE (7) on 1/2/2012"});
  CHECK(result.interpretation == std::vector<std::string>{"Sinus bradycardia", "Otherwise normal"});
}

TEST_CASE("muse: what is not said is asked for") {
  MuseWaveform w = rhythm();
  w.leads[0].units = w.leads[1].units = "";
  const std::string bytes = writeMuse({w});
  CHECK(refusal(museFormat(), "x.xml", bytes, "unit-unknown").find("lead \"I\"") !=
        std::string::npos);
  ReadOptions options;
  options.unitsPerMillivolt = 1000;
  CHECK(readOf(bytes, options).recording.samples[3] == static_cast<float>(100 * 0.00488));
  w = rhythm();
  w.sampleBase = "";
  refusalOf(w, "rate-unknown");
  options = {};
  options.samplingRate = 250;
  CHECK(readOf(writeMuse({w}), options).recording.samplingRate == 250);
}

TEST_CASE("muse: what does not fit together is refused") {
  refusal(museFormat(), "x.xml", writeMuse({}), "no-signal");
  refusalOf({"Rhythm", {}}, "no-signal");
  refusalOf({"Rhythm", {{"I", {}}}}, "no-signal");
  MuseWaveform w = rhythm();
  w.leads[1].samples.pop_back();
  CHECK(refusalOf(w, "bad-waveform").find("7 samples of lead \"V1\" but 8") != std::string::npos);
  w = rhythm();
  w.leads[0].more = "<LeadSampleSize>4</LeadSampleSize>";
  refusalOf(w, "bad-waveform");
  for (const char* perBit : {"0", "-1", "x", "1e999"}) {
    w = rhythm();
    w.leads[0].unitsPerBit = perBit;
    refusalOf(w, "bad-waveform");
  }
  w = rhythm();
  w.sampleExponent = "400";
  refusalOf(w, "rate-unknown");
  std::string bytes = writeMuse({rhythm()});
  bytes.replace(bytes.find(">8</LeadSampleCountTotal>"), 2, ">9");
  CHECK(refusal(museFormat(), "x.xml", bytes, "bad-waveform").find("says 9") != std::string::npos);
  bytes = writeMuse({rhythm()});
  bytes.replace(bytes.find("<WaveFormData>\n") + 15, 1, "*");
  refusal(museFormat(), "x.xml", bytes, "bad-base64");
  refusal(museFormat(), "x.xml", bytes.substr(0, bytes.size() / 2), "bad-xml");
}

TEST_CASE("muse: it is known by its content among all formats, and only it has more than one recording") {
  ReadOptions second;
  second.recording = 2;
  const std::string xml = writeMuse({rhythm(), {"Median", {{"I", {1, 2, 3}}}}});
  CHECK(readRecording(oneFile("x.csv", xml), second).recording.length == 3);
  const std::string csv = "I (mV)\n1\n2\n3\n";
  second.samplingRate = 500;
  CHECK_THROWS_WITH_AS(readRecording(oneFile("x.csv", csv), second),
                       "x.csv holds one recording, not one numbered 2; leave the number out.",
                       InputError);
}

TEST_CASE("muse corpus: agrees with the independent reader") {
  const std::string corpus = ECG_SHARED_DIR "/corpus";
  for (const CorpusCase& expected : corpusCases(corpus, {"muse_xml/"})) {
    CAPTURE(expected.path);
    const OwnedFiles files = loadWithCompanions(corpus + "/" + expected.path);
    const ReadResult result = museFormat().read(files.set(), {});
    for (const std::string& difference : differencesFromExpected(result.recording, expected))
      FAIL_CHECK(difference);
    CHECK(diagnosticOf(result.recording, "checksum-failed").empty());
    CHECK_FALSE(diagnosticOf(result.recording, "several-recordings").empty());
  }
}
