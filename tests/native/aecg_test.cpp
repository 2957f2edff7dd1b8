#include "preprocess/formats/aecg/aecg.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/aecg_writer.h"
#include "tests/support/reader_checks.h"

using ecg::aecgFormat;
using ecg::Match;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readFile(const AecgFile& file, const ecg::ReadOptions& options = {}) {
  const std::string bytes = writeAecg(file);
  const auto files = oneFile("x.xml", bytes);
  CHECK(aecgFormat().sniff(files) == Match::certain);
  return aecgFormat().read(files, options);
}

std::string refused(const AecgFile& file, const std::string& code,
                    const ecg::ReadOptions& options = {}) {
  return refusal(aecgFormat(), "x.xml", writeAecg(file), code, options);
}

AecgSequence lead(const std::string& code, const std::string& digits) {
  AecgSequence sequence;
  sequence.code = code;
  sequence.digits = digits;
  return sequence;
}

AecgSet& setOf(AecgFile& file) { return file.series[0].sets[0]; }
AecgSequence& leadOf(AecgFile& file) { return setOf(file).sequences[0]; }

bool holds(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

}  // namespace

TEST_CASE("aecg: samples, rate, names") {
  AecgFile file;
  setOf(file).sequences = {lead("MDC_ECG_LEAD_I", " 1 -2\n\t3 +4 2.5 1e1 "),
                           lead("MDC_ECG_LEAD_AVR", "0 0 0 0 0 32767"),
                           lead("MDC_ECG_LEAD_V3R", "-32768 0 0 0 0 0"),
                           lead("MDC_ECG_LEAD_MLII", "1 1 1 1 1 1"),
                           lead("MDC_ECG_LEAD_X", "1 1 1 1 1 1"),
                           lead("MDC_ECG_LEAD_AVRneg", "1 1 1 1 1 1"),
                           lead("MINDRAY_ECG_LEAD_V1", "1 1 1 1 1 1"),
                           lead("II", "1 1 1 1 1 1")};
  const auto r = readFile(file).recording;
  CHECK(r.format == "hl7-aecg");
  CHECK(r.samplingRate == 500);
  REQUIRE(r.length == 6);
  REQUIRE(r.leads.size() == 8);
  const char* names[] = {"I", "aVR", "V3R", "MLII", "X", "-aVR", "V1", "II"};
  const char* stored[] = {"I", "AVR", "V3R", "MLII", "X", "AVRneg", "V1", "II"};
  for (std::size_t i = 0; i < 8; ++i) {
    CHECK(r.leads[i].name == names[i]);
    CHECK(r.leads[i].storedName == stored[i]);
    CHECK(r.leads[i].unit == "mV");
  }
  const float first[] = {0.005f, -0.01f, 0.015f, 0.02f, 0.0125f, 0.05f};
  for (std::size_t i = 0; i < 6; ++i) CHECK(r.samples[i] == first[i]);
  CHECK(r.lead(1)[5] == 163.835f);
  CHECK(r.lead(2)[0] == -163.84f);
  CHECK(r.diagnostics.empty());
}

TEST_CASE("aecg: units of scale and origin, each in its own") {
  struct Case {
    const char *origin, *scale;
    float first;
  };
  const Case cases[] = {{"value='0' unit='uV'", "value='2.5' unit='uV'", 0.0025f},
                        {"", "value='2.5' unit='mV'", 2.5f},
                        {"value='1' unit='mV'", "value='5' unit='mV'", 6.0f},
                        {"value='0'", "value='0.001' unit='V'", 1.0f},
                        {"value='1' unit='mV'", "value='5' unit='uV'", 1.005f},
                        {"value='1000' unit='uV'", "value='1' unit='mV'", 2.0f},
                        {"value='0' unit='nV'", "value='1000' unit='nV'", 0.001f},
                        {"value='0' unit='uV'", "value='-4' unit='\xC2\xB5V'", -0.004f}};
  for (const Case& each : cases) {
    AecgFile file;
    leadOf(file).origin = each.origin;
    leadOf(file).scale = each.scale;
    CHECK(readFile(file).recording.samples[0] == each.first);
  }
}

TEST_CASE("aecg: the time's increment in any unit, whole or fractional rates") {
  const std::pair<const char*, double> steps[] = {
      {"value='0.002' unit='s'", 500},           {"value='1' unit='ms'", 1000},
      {"value='4000' unit='us'", 250},           {"value='0.001953125' unit='s'", 512},
      {"value='1.667' unit='ms'", 1000 / 1.667}, {"value='10' unit='ms'", 100}};
  for (const auto& step : steps) {
    AecgFile file;
    setOf(file).increment = step.first;
    CHECK(readFile(file).recording.samplingRate == doctest::Approx(step.second).epsilon(1e-12));
  }
  AecgFile file;
  setOf(file).timeCode = "TIME_RELATIVE";
  setOf(file).timeType = "GLIST_PQ";
  setOf(file).head = "value='0' unit='s'";
  CHECK(readFile(file).recording.samplingRate == 500);
}

TEST_CASE("aecg: a rate that is not said is asked for, one that cannot be is refused") {
  ecg::ReadOptions options;
  options.samplingRate = 250;
  for (const char* step : {"", "value='2'", "value='2' unit='Hz'", "unit='ms'"}) {
    AecgFile file;
    setOf(file).increment = step;
    CHECK(holds(refused(file, "rate-unknown"), "samplingRate"));
    CHECK(readFile(file, options).recording.samplingRate == 250);
  }
  for (const char* step : {"value='0' unit='ms'", "value='-2' unit='ms'", "value='x' unit='ms'",
                           "value='1e-9' unit='s'", "value='1,5' unit='ms'"}) {
    AecgFile file;
    setOf(file).increment = step;
    refused(file, "bad-header");
  }
}

TEST_CASE("aecg: a scale that is not said is asked for, with what is likely") {
  AecgFile file;
  leadOf(file).type = "SLIST_INT";
  leadOf(file).origin = leadOf(file).scale = "";
  leadOf(file).digits = "0 10 -200 1300 3";
  CHECK(holds(refused(file, "unit-unknown"), "suggests 1000"));
  leadOf(file).digits = "0 1 -20 250 3";
  CHECK(holds(refused(file, "unit-unknown"), "suggests 200"));
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  CHECK(readFile(file, options).recording.samples[3] == 1.25f);
  leadOf(file).scale = "value='2' unit='1'";
  CHECK(readFile(file, options).recording.samples[3] == 2.5f);
  options.unitsPerMillivolt = 0;
  refused(file, "bad-option", options);
  leadOf(file).scale = "value='2' unit='mmHg'";
  CHECK(holds(refused(file, "unit-unknown"), "mmHg"));
  leadOf(file).scale = "value='2' unit='uV'";
  leadOf(file).origin = "value='7'";
  CHECK(holds(refused(file, "unit-unknown"), "origin"));
  for (const char* scale : {"value='0' unit='uV'", "unit='uV'", "value='two' unit='uV'"}) {
    leadOf(file).scale = scale;
    refused(file, "bad-header");
  }
}

TEST_CASE("aecg: another quantity keeps its unit") {
  AecgFile file;
  setOf(file).sequences.push_back(lead("MDC_PRESS_BLD_ART_ABP", "80 81 82"));
  setOf(file).sequences[1].origin = "value='0' unit='mm[Hg]'";
  setOf(file).sequences[1].scale = "value='1' unit='mm[Hg]'";
  const auto r = readFile(file).recording;
  CHECK(r.leads[1].unit == "mm[Hg]");
  CHECK(r.leads[1].name == "MDC_PRESS_BLD_ART_ABP");
  CHECK(r.lead(1)[2] == 82);
}

TEST_CASE("aecg: leads of different length, missing samples, leads without any") {
  AecgFile file;
  setOf(file).sequences = {lead("MDC_ECG_LEAD_I", "1 NaN 3 UNK"), lead("MDC_ECG_LEAD_V1", "1 2"),
                           lead("MDC_ECG_LEAD_V2", "")};
  const auto r = readFile(file).recording;
  CHECK(r.length == 4);
  REQUIRE(r.leads.size() == 2);
  CHECK(std::isnan(r.samples[1]));
  CHECK(std::isnan(r.samples[3]));
  CHECK(r.lead(1)[1] == 0.01f);
  CHECK(std::isnan(r.lead(1)[2]));
  CHECK(holds(diagnosticOf(r, "short-lead"), "V1 (2)"));
  CHECK(diagnosticOf(r, "missing-samples") == "2 samples are missing from the file and NaN here.");
  CHECK(diagnosticOf(r, "other-channels") == "Without samples and left out: V2.");
  setOf(file).sequences = {lead("MDC_ECG_LEAD_V2", "")};
  refused(file, "no-signal");
  setOf(file).sequences = {};
  refused(file, "no-signal");
}

TEST_CASE("aecg: what is no number is refused where it stands") {
  for (const char* digits : {"1 2 x", "1 2 3,5", "1 2 0x10", "1 2 1e999", "1 2 -", "1 2 1e300"}) {
    AecgFile file;
    leadOf(file).scale = "value='1e10' unit='uV'";
    leadOf(file).digits = digits;
    const std::string sentence = refused(file, "not-a-number");
    CHECK(holds(sentence, "lead II"));
    CHECK(holds(sentence, "sample 3"));
  }
}

TEST_CASE("aecg: leads of far too different length take no room") {
  AecgFile file;
  std::string many;
  for (int i = 0; i < 60000; ++i) many += "1 ";
  setOf(file).sequences.assign(400, lead("MDC_ECG_LEAD_I", "1"));
  setOf(file).sequences.push_back(lead("MDC_ECG_LEAD_II", many));
  CHECK(holds(refused(file, "bad-header"), "very different length"));
}

TEST_CASE("aecg: all sequence sets are offered, rhythm first, derived last") {
  AecgFile file;
  AecgSeries beat;
  beat.code = "REPRESENTATIVE_BEAT";
  beat.sets[0].sequences = {lead("MDC_ECG_LEAD_I", "7 8"), lead("MDC_ECG_LEAD_II", "7 8")};
  AecgSeries other = beat;
  other.code = "SOME_OTHER";
  AecgSeries rhythm;
  rhythm.sets.push_back(rhythm.sets[0]);
  rhythm.sets[1].sequences[0].digits = "9";
  rhythm.derived = {beat};
  file.series = {other, rhythm};
  const auto first = readFile(file).recording;
  CHECK(diagnosticOf(first, "several-recordings") ==
        "There are 4 recordings here, of which number 1 was read: 1 rhythm (1 lead), 2 rhythm "
        "(1 lead), 3 \"SOME_OTHER\" "
        "(2 leads), 4 representative beat (2 leads).");
  CHECK(first.samples[0] == 0.005f);
  ecg::ReadOptions options;
  options.recording = 2;
  CHECK(readFile(file, options).recording.samples[0] == 0.045f);
  options.recording = 4;
  CHECK(readFile(file, options).recording.samples[0] == 0.035f);
  for (const std::size_t none : {std::size_t{0}, std::size_t{5}}) {
    options.recording = none;
    CHECK(holds(refused(file, "no-such-recording", options), "4 representative beat"));
  }
}

TEST_CASE("aecg: filters that are on") {
  const std::string mdc = "MDC_ECG_CTL_VBL_ATTR_FILTER_";
  const std::string hertz = "<value xsi:type='PQ' value='150' unit='Hz'/>";
  AecgFile file;
  file.series[0].before =
      aecgFilter(mdc + "LOW_PASS", {{mdc + "CUTOFF_FREQ", hertz}}) +
      aecgFilter(mdc + "HIGH_PASS", {{mdc + "DESCRIPTION", "<value xsi:type='ST'>FIR</value>"}}) +
      aecgFilter(mdc + "NOTCH", {{mdc + "DESCRIPTION", "<value>Off</value>"}}) +
      aecgFilter(mdc + "NOTCH", {{mdc + "NOTCH_FREQ", "<value value='0' unit='Hz'/>"}}) +
      aecgFilter("MDC_ECG_CTL_VBL_OTHER", {});
  AecgSeries beat;
  beat.code = "REPRESENTATIVE_BEAT";
  file.series[0].derived = {beat};
  ecg::ReadOptions options;
  for (const std::size_t recording : {std::size_t{1}, std::size_t{2}}) {
    options.recording = recording;
    CHECK(diagnosticOf(readFile(file, options).recording, "filtered") ==
          "The file says that the signal was filtered: low pass 150 Hz, high pass (FIR).");
  }
}

TEST_CASE("aecg: statements are read, other annotations counted, comments kept apart") {
  AecgFile file;
  file.series[0].after = aecgAnnotations(
      {{"MDC_ECG_RHY", "<value code='MDC_ECG_RHY_SINUS_RHY' displayName='Sinus rhythm'/>"},
       {"MDC_ECG_INTERPRETATION",
        "<component><annotation><code code='MDC_ECG_INTERPRETATION_STATEMENT'/>"
        "<value xsi:type='ST'>Left axis\n\n  deviation</value></annotation></component>"
        "<component><annotation><code code='MDC_ECG_INTERPRETATION_COMMENT'/>"
        "<value xsi:type='ST'>Seen by Hans</value></annotation></component>"},
       {"MDC_ECG_INTERPRETATION_SUMMARY", "<value code='ABNORMAL'/>"},
       {"MDC_ECG_INTERPRETATION_SUMMARY", "<value code='ABNORMAL'/>"},
       {"MDC_ECG_BEAT", "<value code='MDC_ECG_BEAT_NORMAL'/>"},
       {"MDC_ECG_TIME_PD_QT", "<value value='420' unit='ms'/>"}});
  const auto result = readFile(file);
  CHECK(result.interpretation ==
        std::vector<std::string>{"Sinus rhythm", "Left axis", "deviation", "ABNORMAL"});
  CHECK(diagnosticOf(result.recording, "annotations") == "2 annotations were not read.");
  CHECK(result.patient.comments == std::vector<std::string>{"Seen by Hans"});
}

TEST_CASE("aecg: a lead without name and samples is none") {
  AecgFile file;
  file.series[0].sets[0].sequences[0] = {"", "SLIST_PQ", "", "", ""};
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 1000;
  CHECK(refusal(aecgFormat(), "x.xml", writeAecg(file), "no-signal", options) != "");
}

TEST_CASE("aecg: the subject is apart from the recording") {
  AecgFile file;
  file.subject =
      "<id root='1.2' extension='S-1'/><subjectDemographicPerson><name><given>Hans</given>"
      "<family>M\xC3\xBCller</family></name><administrativeGenderCode code='F'/>"
      "<birthTime value='19690630'/></subjectDemographicPerson>";
  file.before =
      "<controlVariable><relatedObservation><code code='21612-7'/><value value='7' unit='mo'/>"
      "</relatedObservation></controlVariable><pertainsTo><subjectFindingComment><text>dizzy</text>"
      "</subjectFindingComment></pertainsTo>";
  auto patient = readFile(file).patient;
  CHECK(patient.id == "S-1");
  CHECK(patient.name == "Hans M\xC3\xBCller");
  CHECK(patient.sex == "F");
  CHECK(patient.birthDate == "1969-06-30");
  CHECK(patient.age == "7 mo");
  CHECK(patient.recordedAt == "2020-01-02T03:04:00");
  CHECK(patient.comments == std::vector<std::string>{"dizzy"});
  file.series[0].before = "<effectiveTime><low value='20200102030405.250+0100'/></effectiveTime>";
  CHECK(readFile(file).patient.recordedAt == "2020-01-02T03:04:05.25+01:00");
}

TEST_CASE("aecg: any prefix, UTF-16, a comment within the digits") {
  AecgFile file;
  file.prefix = "hl7:";
  CHECK(readFile(file).recording.length == 3);
  file.prefix = "";
  leadOf(file).digits = "1 <!-- two of them --> 2 <![CDATA[-3]]>";
  CHECK(readFile(file).recording.length == 3);
  leadOf(file).digits = "1 2 -3";
  file.declaration = "<?xml version='1.0' encoding='UTF-16'?>";
  std::string wide = "\xFF\xFE";
  for (const char c : writeAecg(file)) wide += std::string{c, '\0'};
  CHECK(aecgFormat().sniff(oneFile("x.xml", wide)) == Match::certain);
  CHECK(aecgFormat().read(oneFile("x.xml", wide), {}).recording.length == 3);
}

TEST_CASE("aecg: leads without a name and of the same name") {
  AecgFile file;
  setOf(file).sequences = {lead("", "1 2"), lead("MDC_ECG_LEAD_I", "1 2"),
                           lead("MDC_ECG_LEAD_I", "1 2")};
  auto r = readFile(file).recording;
  CHECK(r.leads[0].name == "lead 1");
  CHECK_FALSE(diagnosticOf(r, "lead-unnamed").empty());
  CHECK(diagnosticOf(r, "duplicate-lead") == "More than one lead is named I.");
  ecg::ReadOptions options;
  options.leads = {"Lead II"};
  r = readFile(file, options).recording;
  CHECK(r.leads[0].name == "II");
  CHECK(diagnosticOf(r, "lead-unnamed").empty());
}

TEST_CASE("aecg: other documents are not recognised, broken ones refused") {
  for (const char* other :
       {"", "AnnotatedECG", "<ECG/>", "<RestingECG><AnnotatedECG/></RestingECG>"})
    CHECK(aecgFormat().sniff(oneFile("x.xml", other)) == Match::none);
  const std::string whole = writeAecg({});
  refusal(aecgFormat(), "x.xml", whole.substr(0, whole.size() / 2), "bad-xml");
  CHECK_THROWS_AS(aecgFormat().read({}, {}), ecg::InputError);
  const auto one = oneFile("a.xml", whole);
  CHECK_THROWS_WITH_AS(aecgFormat().read({one[0], {"b.xml", one[0].bytes}}, {}),
                       "a.xml and b.xml are both HL7 aECG recordings; read one at a time.",
                       ecg::InputError);
}
