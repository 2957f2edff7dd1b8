#include "preprocess/formats/schiller/schiller.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/reader_checks.h"
#include "tests/support/schiller_writer.h"

using ecg::Match;
using ecg::ReadResult;
using ecg::schillerFormat;
using namespace ecg::test;

namespace {

ReadResult readFile(const SchillerFile& file, const ecg::ReadOptions& options = {}) {
  const std::string bytes = writeSchiller(file);
  const auto files = oneFile("x.xml", bytes);
  CHECK(schillerFormat().sniff(files) == Match::certain);
  return schillerFormat().read(files, options);
}

std::string refused(const SchillerFile& file, const std::string& code,
                    const ecg::ReadOptions& options = {}) {
  return refusal(schillerFormat(), "x.xml", writeSchiller(file), code, options);
}

SchillerChannel channel(const std::string& name, const std::string& data) {
  SchillerChannel one;
  one.name = name;
  one.data = data;
  return one;
}

}  // namespace

TEST_CASE("schiller: samples, rate, names, units") {
  SchillerFile file;
  file.waves[0].channels = {channel("I", "1,2,-3,"), channel("AVR", " 1 , 2,\n-3 "),
                            channel("V1", "1 2 -3"), channel("V8", "1,,NaN")};
  auto r = readFile(file).recording;
  CHECK(r.format == "schiller-xml");
  CHECK(r.samplingRate == 500);
  CHECK(r.length == 3);
  REQUIRE(r.leads.size() == 4);
  CHECK(r.leads[1].name == "aVR");
  CHECK(r.leads[1].storedName == "AVR");
  for (std::size_t lead = 0; lead < 3; ++lead) {
    CHECK(r.lead(lead)[0] == 0.005f);
    CHECK(r.lead(lead)[2] == -0.015f);
  }
  CHECK(std::isnan(r.lead(3)[1]));
  CHECK(diagnosticOf(r, "missing-samples") == "2 samples are missing from the file and NaN here.");
  file.waves[0].units = "mv";
  file.waves[0].unitperbit = "0.0025";
  file.waves[0].exponent = "";
  file.waves[0].channels.pop_back();
  r = readFile(file).recording;
  CHECK(r.samples[0] == 0.0025f);
  CHECK(r.diagnostics.empty());
}

TEST_CASE("schiller: rhythm is taken, averaged beats are offered") {
  SchillerFile file;
  SchillerWaves beats;
  beats.type = "ECG_AVERAGES";
  beats.channels[0].data = "7,8";
  file.waves = {beats, SchillerWaves{}};
  CHECK(readFile(file).recording.samples[0] == 0.005f);
  CHECK(diagnosticOf(readFile(file).recording, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: "
        "1 rhythm (1 lead), 2 averaged beats (1 lead).");
  ecg::ReadOptions options;
  options.recording = 2;
  CHECK(readFile(file, options).recording.samples[0] == 0.035f);
  options.recording = 3;
  refused(file, "no-such-recording", options);
}

TEST_CASE("schiller: a rate or a scale that is not said is asked for") {
  ecg::ReadOptions options;
  options.samplingRate = 250;
  options.unitsPerMillivolt = 200;
  SchillerFile file;
  file.waves[0].exponent = "3";
  CHECK(refused(file, "rate-unknown").find("exponent") != std::string::npos);
  CHECK(readFile(file, options).recording.samplingRate == 250);
  file.waves[0].rate = "";
  refused(file, "rate-unknown");
  file = SchillerFile{};
  file.waves[0].units = "";
  refused(file, "unit-unknown");
  CHECK(readFile(file, options).recording.samples[1] == 0.01f);
  file.waves[0].units = "Pa";
  refused(file, "unit-unknown", options);
}

TEST_CASE("schiller: what cannot be is refused") {
  struct Case {
    std::string SchillerWaves::*field;
    const char *value, *code;
  };
  const Case cases[] = {{&SchillerWaves::rate, "0", "bad-header"},
                        {&SchillerWaves::rate, "fast", "bad-header"},
                        {&SchillerWaves::unitperbit, "0", "bad-header"},
                        {&SchillerWaves::unitperbit, "1,5", "bad-header"}};
  for (const Case& each : cases) {
    SchillerFile file;
    file.waves[0].*each.field = each.value;
    refused(file, each.code);
  }
  SchillerFile file;
  file.waves[0].channels[0].datastype = "BASE64";
  refused(file, "unsupported-encoding");
  file.waves[0].channels = {channel("I", "1,2,x")};
  CHECK(refused(file, "not-a-number").find("lead I, has \"x\" for sample 3") != std::string::npos);
  file.waves[0].channels = {channel("I", "")};
  refused(file, "no-signal");
  file.waves = {};
  refused(file, "no-signal");
}

TEST_CASE("schiller: counts that differ, leads without a name") {
  SchillerFile file;
  file.waves[0].channels = {channel("", "1,2"), channel("II", "1,2")};
  file.waves[0].channels[0].samplecount = "2";
  file.waves[0].channels[1].samplecount = "5000";
  auto r = readFile(file).recording;
  CHECK(diagnosticOf(r, "sample-count") ==
        "Lead II has 2 samples, but its samplecount says \"5000\".");
  CHECK(r.leads[0].name == "lead 1");
  CHECK_FALSE(diagnosticOf(r, "lead-unnamed").empty());
  ecg::ReadOptions options;
  options.leads = {"Lead I"};
  CHECK(readFile(file, options).recording.leads[0].name == "I");
}

TEST_CASE("schiller: filters, annotations and the patient") {
  SchillerFile file;
  file.before =
      "<patdata><id>P-9</id><lastname>M\xC3\xBCller</lastname><firstname>Hans</firstname>"
      "<birthdate>19690630</birthdate><gender>MALE</gender></patdata><examdescript><startdatetime>"
      "<date>20110404</date><time>125702</time></startdatetime></examdescript>";
  file.event =
      "<annotation_global><name>HR</name><value>60</value></annotation_global>"
      "<rhythm_global><name>RR</name><value>1000</value></rhythm_global>"
      "<filters_data><filter><name>MYO</name><value>35 Hz</value></filter>"
      "<filter><name>MAINS</name><value>OFF</value></filter></filters_data>"
      "<textdata><type>COMMENT</type><textdata>dizzy</textdata></textdata>";
  file.waves[0].channels[0].annotations =
      "<annotation_lead><name>R</name><value>1</value></annotation_lead>";
  const auto result = readFile(file);
  CHECK(diagnosticOf(result.recording, "annotations") == "3 annotations were not read.");
  CHECK(diagnosticOf(result.recording, "filtered") ==
        "The file says that the signal was filtered: MYO 35 Hz.");
  CHECK(result.patient.name == "Hans M\xC3\xBCller");
  CHECK(result.patient.id == "P-9");
  CHECK(result.patient.sex == "MALE");
  CHECK(result.patient.birthDate == "1969-06-30");
  CHECK(result.patient.recordedAt == "2011-04-04T12:57:02");
  CHECK(result.patient.comments == std::vector<std::string>{"dizzy"});
}

TEST_CASE("schiller: another root is possible where the elements are there") {
  SchillerFile file;
  file.root = "examination";
  const std::string bytes = writeSchiller(file);
  CHECK(schillerFormat().sniff(oneFile("x.xml", bytes)) == Match::possible);
  CHECK(schillerFormat().read(oneFile("x.xml", bytes), {}).recording.length == 3);
  for (const char* other : {"", "<ECG/>", "<eventdata/>"})
    CHECK(schillerFormat().sniff(oneFile("x.xml", other)) == Match::none);
}
