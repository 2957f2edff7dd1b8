#include "preprocess/formats/apple.h"

#include <doctest/doctest.h>

#include "tests/support/expect_error.h"
#include "tests/support/fuzz_seeds.h"
#include "tests/support/reader_checks.h"

using ecg::appleFormat;
using ecg::readRecording;
using namespace ecg::test;

namespace {

using Floats = std::vector<float>;

const std::string english = appleSeeds()[0].second;
const std::string german = appleSeeds()[1].second;

std::string changed(std::string text, const std::string& from, const std::string& to) {
  const std::size_t at = text.find(from);
  REQUIRE(at != std::string::npos);
  return text.replace(at, from.size(), to);
}

ecg::ReadResult readAs(const std::string& text, const ecg::ReadOptions& options = {}) {
  return readRecording(oneFile("x.csv", text), options);
}

bool contains(const std::string& text, const std::string& part) {
  return text.find(part) != std::string::npos;
}

/// An export in a language that the reader does not know.
std::string finnish() {
  std::string text = changed(english, "Sample Rate,", "Taajuus,");
  text = changed(text, "Unit,", "Yksikk\xC3\xB6,");
  return changed(text, "Lead,Lead I", "Kytkent\xC3\xA4,Kytkent\xC3\xA4 I");
}

}  // namespace

TEST_CASE("apple: an English export") {
  const auto result = readAs(english);
  const auto& r = result.recording;
  CHECK(r.format == "apple-health");
  CHECK(r.wearable == "watch");
  CHECK(r.samplingRate == 513.625);
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "I");
  CHECK(r.leads[0].storedName == "Lead I");
  CHECK(r.leads[0].unit == "mV");
  CHECK(r.samples == Floats{0.027648f, -0.026053f, 0.024f});
  REQUIRE(r.diagnostics.size() == 1);
  CHECK(contains(diagnosticOf(r, "device-classification"), "\"Sinus Rhythm\""));
  CHECK(result.patient.name == "Jane Doe");
  CHECK(result.patient.birthDate == "1 Jan 1900");
  CHECK(result.patient.recordedAt == "2021-12-17 12:58:58 +0800");
  CHECK(result.patient.comments ==
        std::vector<std::string>{"Device: Watch5,1", "Software Version: 1.90"});
}

TEST_CASE(
    "apple: a German export has its own words, decimal commas, quotes and a byte order mark") {
  const auto result = readAs(german);
  const auto& r = result.recording;
  CHECK(r.format == "apple-health");
  CHECK(r.samplingRate == 511.422);
  CHECK(r.leads[0].name == "I");
  CHECK(r.leads[0].storedName == "Ableitung I");
  CHECK(r.samples == Floats{-0.19983f, -0.217333f, 0.012f});
  CHECK(contains(diagnosticOf(r, "device-classification"), "Sinusrhythmus"));
  CHECK(result.patient.birthDate == "01.01.1900");
  CHECK(result.patient.comments.front() == "Symptome: Herzrasen");
}

TEST_CASE("apple: saved once more by a spreadsheet") {
  const auto r = readAs(appleSeeds()[2].second).recording;
  CHECK(r.format == "apple-health");
  CHECK(r.samplingRate == 512);
  CHECK(r.samples == Floats{0.5f, -0.25f});
}

TEST_CASE("apple: every way to write microvolts, and no other unit") {
  for (const char* unit : {"\xC2\xB5V", "\xCE\xBCV", "uV", "\xB5V", "\"\xC2\xB5V\""})
    CHECK(readAs(changed(english, "\xC2\xB5V", unit)).recording.samples[2] == 0.024f);
  CHECK(readAs(changed(english, "\xC2\xB5V", "mV")).recording.samples[2] == 24);
  CHECK(contains(
      refusal(appleFormat(), "x.csv", changed(english, "\xC2\xB5V", "mmHg"), "unit-unknown"),
      "line 12 has \"mmHg\" as its unit"));
}

TEST_CASE("apple: a rate is never guessed") {
  for (const char* rate : {"fast", "513.625", "513.625 kilohertz", "1,024 hertz", "0 hertz",
                           "1e3 hertz", "", "1.513,6 hertz"}) {
    CAPTURE(rate);
    refusal(appleFormat(), "x.csv", changed(english, "513.625 hertz", rate), "rate-unknown");
  }
  for (const char* rate : {"512 Hz", "512hertz", "\"512,0 Hertz\"", "512\xE2\x80\xAFhertz"}) {
    CAPTURE(rate);
    CHECK(readAs(changed(english, "513.625 hertz", rate)).recording.samplingRate == 512);
  }
}

TEST_CASE("apple: an unknown language is known as Apple's and refused, unless it is told") {
  CHECK(appleFormat().sniff(oneFile("x.csv", finnish())) == ecg::Match::certain);
  const auto asked = refusal(appleFormat(), "x.csv", finnish(), "rate-unknown");
  CHECK(contains(asked, "line 8 begins with \"Taajuus\""));
  CHECK(contains(asked, "samplingRate"));
  ecg::ReadOptions options;
  options.samplingRate = 513.625;
  refusal(appleFormat(), "x.csv", finnish(), "unit-unknown", options);
  options.unitsPerMillivolt = 1000;
  refusal(appleFormat(), "x.csv", finnish(), "lead-unknown", options);
  options.leads = {"I"};
  const auto r = readAs(finnish(), options).recording;
  CHECK(r.samples == readAs(english).recording.samples);
  CHECK(contains(diagnosticOf(r, "header-word-unknown"), "Taajuus"));
  const std::string foreign =
      "Nimi,x\nLaite,\"Watch5,1\"\nTaajuus,512 hertz\nYksikk\xC3\xB6,\xC2\xB5V\n\n1\n2\n";
  CHECK(refusal(oneFile("x.csv", foreign)).code == "rate-unknown");
}

TEST_CASE("apple: a new header word is passed over where nothing needs it") {
  const auto r =
      readAs(changed(english, "Symptoms,", "Average Heart Rate,72\nSymptoms,")).recording;
  CHECK(r.samples.size() == 3);
  CHECK(contains(diagnosticOf(r, "header-word-unknown"), "Average Heart Rate"));
}

TEST_CASE("apple: the lead is the file's") {
  CHECK(readAs(changed(english, "Lead I\n", "Lead II\n")).recording.leads[0].name == "II");
  CHECK(readAs(changed(english, "Lead I\n", "\"I\"\n")).recording.leads[0].name == "I");
  ecg::ReadOptions options;
  options.leads = {"II"};
  refusal(appleFormat(), "x.csv", english, "leads-mismatch", options);
  options.leads = {"I", "II"};
  refusal(appleFormat(), "x.csv", english, "leads-mismatch", options);
}

TEST_CASE("apple: samples are read whole or not at all") {
  const auto refused = [](const std::string& to, const std::string& code) {
    return refusal(appleFormat(), "x.csv", changed(english, "-26.053\n", to), code);
  };
  CHECK(contains(refused("oops\n", "not-a-number"), "line 15 has \"oops\""));
  CHECK(contains(refused("1,5\n", "not-a-number"), "decimal mark"));
  refused("1,5,\n", "not-a-number");
  refused("1.5,2.5\n", "not-a-number");
  refused("1e300\n", "not-a-number");
  refused("nan\n", "not-a-number");
  CHECK(contains(refused("\n", "blank-line"), "line 15 is blank"));
  const std::string header = english.substr(0, english.find("27.648"));
  CHECK(refusal(oneFile("x.csv", header)).code == "no-signal");
  CHECK(readAs(english + "\n\n").recording.length == 3);
}

TEST_CASE("apple: what is no Apple export is not claimed") {
  for (const char* text :
       {"", "Name,Recorded Date\n1,2\n", "Name,x\nDevice,y\nUnit,mV\nLead,I\n1\n2\n",
        "time (s),I (mV)\n0,1\n0.1,2\n", "Watch5,1\n512 hertz\n", "1\n2\n3\n"})
    CHECK(appleFormat().sniff(oneFile("x.csv", text)) == ecg::Match::none);
  const ecg::FileSet two = {oneFile("a.csv", english)[0], oneFile("b.csv", german)[0]};
  CHECK(hasDiagnostic(ecg::readRecording(two).recording, "several-recordings"));
}

TEST_CASE("apple: bad options are refused") {
  ecg::ReadOptions options;
  options.samplingRate = -1;
  refusal(appleFormat(), "x.csv", finnish(), "bad-option", options);
}

TEST_CASE("wearables: every prefix of a seed is read or refused, and never worse") {
  for (const auto& seed : wearableSeeds()) {
    const std::string name = seed.first, bytes = seed.second;
    CAPTURE(name);
    CHECK(readRecording(oneFile(name, bytes)).recording.length > 0);
    for (std::size_t size = 0; size < bytes.size(); ++size) {
      const std::string cut = bytes.substr(0, size);
      try {
        const auto r = readRecording(oneFile(name, cut)).recording;
        REQUIRE(r.samples.size() == r.leads.size() * r.length);
        REQUIRE(r.samplingRate > 0);
      } catch (const ecg::InputError& error) {
        REQUIRE(contains(error.what(), name));
      }
    }
  }
}
