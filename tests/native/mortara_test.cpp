#include "preprocess/formats/mortara/mortara.h"

#include <doctest/doctest.h>

#include "tests/support/mortara_writer.h"
#include "tests/support/reader_checks.h"

using ecg::Match;
using ecg::mortaraFormat;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readFile(const MortaraFile& file, const ecg::ReadOptions& options = {}) {
  const std::string bytes = writeMortara(file);
  const auto files = oneFile("x.xml", bytes);
  CHECK(mortaraFormat().sniff(files) == Match::certain);
  return mortaraFormat().read(files, options);
}

std::string refused(const MortaraFile& file, const std::string& code,
                    const ecg::ReadOptions& options = {}) {
  return refusal(mortaraFormat(), "x.xml", writeMortara(file), code, options);
}

MortaraChannel channel(const std::string& name) {
  MortaraChannel one;
  one.name = name;
  return one;
}

}  // namespace

TEST_CASE("mortara: samples, rate, names") {
  MortaraFile file;
  file.channels = {channel("I"), channel("AVR"), channel("V3R"), channel("Z")};
  file.channels[1].unitsPerMv = "200";
  file.channels[2].asText = true;
  const auto r = readFile(file).recording;
  CHECK(r.format == "mortara-xml");
  CHECK(r.samplingRate == 500);
  CHECK(r.length == 5);
  REQUIRE(r.leads.size() == 4);
  CHECK(r.leads[1].name == "aVR");
  CHECK(r.leads[1].storedName == "AVR");
  CHECK(r.leads[2].name == "V3R");
  CHECK(r.leads[3].name == "Z");
  const float mv[] = {0, 1, -0.5f, 81.9175f, -81.92f};
  for (std::size_t i = 0; i < 5; ++i) {
    CHECK(r.lead(0)[i] == mv[i]);
    CHECK(r.lead(1)[i] == 2 * mv[i]);
    CHECK(r.lead(2)[i] == mv[i]);
  }
  CHECK(r.diagnostics.empty());
}

TEST_CASE("mortara: the typical cycle is offered and not taken") {
  MortaraFile file;
  file.cycle = {channel("I"), channel("II")};
  for (auto& each : file.cycle) {
    each.unitsPerMv = "200";
    each.sampleFreq = "250";
    each.samples = {200, 100};
  }
  auto r = readFile(file).recording;
  CHECK(r.length == 5);
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: "
        "1 rhythm (1 lead), 2 typical cycle (2 leads).");
  ecg::ReadOptions options;
  options.recording = 2;
  r = readFile(file, options).recording;
  CHECK(r.samplingRate == 250);
  CHECK(r.leads.size() == 2);
  CHECK(r.samples[1] == 0.5f);
  options.recording = 3;
  refused(file, "no-such-recording", options);
}

TEST_CASE("mortara: storage that no reader knows is refused") {
  struct Case {
    std::string MortaraChannel::*field;
    const char *value, *code;
  };
  const Case cases[] = {{&MortaraChannel::bits, "8", "unsupported-encoding"},
                        {&MortaraChannel::bits, "", "unsupported-encoding"},
                        {&MortaraChannel::format, "UNSIGNED", "unsupported-encoding"},
                        {&MortaraChannel::encoding, "HEX", "unsupported-encoding"},
                        {&MortaraChannel::offset, "5", "unsupported-offset"},
                        {&MortaraChannel::offset, "x", "bad-header"},
                        {&MortaraChannel::unitsPerMv, "0", "bad-header"},
                        {&MortaraChannel::unitsPerMv, "1e-300", "bad-header"},
                        {&MortaraChannel::unitsPerMv, "many", "bad-header"},
                        {&MortaraChannel::sampleFreq, "-1", "bad-header"},
                        {&MortaraChannel::sampleFreq, "", "bad-header"},
                        {&MortaraChannel::duration, "6", "truncated"},
                        {&MortaraChannel::duration, "4", "bad-header"},
                        {&MortaraChannel::data, "ZAAy", "truncated"},
                        {&MortaraChannel::data, "ZA!y", "bad-base64"}};
  for (const Case& each : cases) {
    CAPTURE(each.value);
    MortaraFile file;
    file.channels[0].*each.field = each.value;
    refused(file, each.code);
  }
}

TEST_CASE("mortara: a scale that is not said is asked for") {
  MortaraFile file;
  file.channels[0].unitsPerMv = "";
  file.channels[0].samples = {0, 600, -100, 20, 0};
  CHECK(refused(file, "unit-unknown").find("suggests 500") != std::string::npos);
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  CHECK(readFile(file, options).recording.samples[1] == 3);
}

TEST_CASE("mortara: another rate, shorter leads, no name, no samples") {
  MortaraFile file;
  file.channels = {channel("I"), channel("V1"), channel("V2"), channel("")};
  file.channels[1].sampleFreq = "1000";
  file.channels[2].samples = {1, 2};
  auto r = readFile(file).recording;
  CHECK(r.leads.size() == 3);
  CHECK(diagnosticOf(r, "other-rate").find("V1 at 1000 Hz") != std::string::npos);
  CHECK(diagnosticOf(r, "short-lead").find("V2 (2)") != std::string::npos);
  CHECK(r.leads[2].name == "lead 3");
  CHECK_FALSE(diagnosticOf(r, "lead-unnamed").empty());
  ecg::ReadOptions options;
  options.leads = {"a", "b", "Lead V6"};
  r = readFile(file, options).recording;
  CHECK(r.leads[2].name == "V6");
  file.channels = {};
  refused(file, "no-signal");
  file.channels = {channel("I")};
  file.channels[0].samples = {};
  refused(file, "no-signal");
}

TEST_CASE("mortara: statements, filters and the subject") {
  MortaraFile file;
  file.root += " AGE=\"9\" AGE_UNITS=\"M\" COMMENT=\"Fr\xC3\xBCh\" VENT_RATE=\"75\"";
  file.before =
      "<SUBJECT LAST_NAME=\"O'Neil\" FIRST_NAME=\"Jos\xC3\xA9\" GENDER=\"Male\" ID=\"P1\" "
      "DOB=\"19900515\"/><SOURCE MODEL=\"ELI250c\" LOW_PASS_FILTER=\"150\" NOTCH_FILTER=\"0\"/>"
      "<AUTOMATIC_INTERPRETATION><STATEMENT TEXT=\"SINUS RHYTHM\" REASON=\"\"/>"
      "<STATEMENT TEXT=\"LEFT AXIS \" REASON=\"QRS AXIS &lt; -30\"/><STATEMENT TEXT=\"\"/>"
      "</AUTOMATIC_INTERPRETATION>";
  const auto result = readFile(file);
  CHECK(result.interpretation ==
        std::vector<std::string>{"SINUS RHYTHM", "LEFT AXIS (QRS AXIS < -30)"});
  CHECK(diagnosticOf(result.recording, "filtered") ==
        "The file says that the signal was filtered: low pass 150 Hz.");
  CHECK(result.patient.name == "Jos\xC3\xA9 O'Neil");
  CHECK(result.patient.id == "P1");
  CHECK(result.patient.sex == "Male");
  CHECK(result.patient.birthDate == "1990-05-15");
  CHECK(result.patient.age == "9 M");
  CHECK(result.patient.recordedAt == "2023-12-01T12:00:00");
  CHECK(result.patient.comments == std::vector<std::string>{"Fr\xC3\xBCh"});
}

TEST_CASE("mortara: the subject in demographic fields") {
  MortaraFile file;
  file.before =
      "<DEMOGRAPHIC_FIELDS><DEMOGRAPHIC_FIELD LABEL=\"Last:\" VALUE=\"Doe\"/>"
      "<DEMOGRAPHIC_FIELD LABEL=\"First:\" VALUE=\"John\"/><DEMOGRAPHIC_FIELD LABEL=\"ID:\" "
      "VALUE=\"7\"/><DEMOGRAPHIC_FIELD LABEL=\"Age:\" VALUE=\"33\"/></DEMOGRAPHIC_FIELDS>"
      "<SUBJECT DOB=\"00000000\"/>";
  const auto patient = readFile(file).patient;
  CHECK(patient.name == "John Doe");
  CHECK(patient.id == "7");
  CHECK(patient.age == "33");
  CHECK(patient.birthDate.empty());
}

TEST_CASE("mortara: other documents with the same root are only possible") {
  CHECK(mortaraFormat().sniff(oneFile("x.xml", "<ECG><a/></ECG>")) == Match::possible);
  CHECK(mortaraFormat().sniff(oneFile("x.xml", "<ecg><CHANNEL /></ecg>")) == Match::none);
  CHECK(mortaraFormat().sniff(oneFile("x.xml", "")) == Match::none);
  refusal(mortaraFormat(), "x.xml", "<ECG><a/></ECG>", "no-signal");
  refusal(mortaraFormat(), "x.xml", writeMortara({}).substr(0, 200), "bad-xml");
}
