#include "preprocess/formats/sierra/sierra.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/reader_checks.h"
#include "tests/support/sierra_writer.h"
#include "tests/support/xli_writer.h"

using ecg::Match;
using ecg::ReadResult;
using ecg::sierraFormat;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  const auto files = oneFile("x.xml", bytes);
  CHECK(sierraFormat().sniff(files) == Match::certain);
  return sierraFormat().read(files, options);
}

std::string refused(const SierraFile& file, const std::string& code,
                    const ecg::ReadOptions& options = {}) {
  return refusal(sierraFormat(), "s.xml", writeSierra(file), code, options);
}

void checkSamples(const ecg::Recording& r, const SierraFile& file, double step) {
  REQUIRE(r.leads.size() == file.leads.size());
  REQUIRE(r.length == file.leads[0].size());
  for (std::size_t i = 0; i < r.leads.size(); ++i)
    for (std::size_t t = 0; t < r.length; ++t)
      REQUIRE(r.lead(i)[t] == static_cast<float>(file.leads[i][t] * step));
}

SierraFile with(const std::string& attribute, const std::string& text) {
  SierraFile file;
  file.set[attribute] = text;
  return file;
}

}  // namespace

TEST_CASE("sierra: XLI, 16 bits and text give the same samples, in each version") {
  for (const char* version : {"1.03", "1.04", "1.04.01"}) {
    for (const auto coding : {SierraCoding::xli, SierraCoding::int16, SierraCoding::plain}) {
      SierraFile file;
      file.version = version;
      file.coding = coding;
      const auto r = readBytes(writeSierra(file)).recording;
      CHECK(r.format == "sierra-xml");
      CHECK(r.samplingRate == 500);
      CHECK(r.leads[3].name == "aVR");
      CHECK(r.leads[11].storedName == "V6");
      CHECK(r.leads[0].unit == "mV");
      checkSamples(r, file, 5.0 / 1000);
      REQUIRE(r.diagnostics.size() == 1);
      CHECK(diagnosticOf(r, "filtered") ==
            "The file says that the signal was filtered: high-pass 0.05 Hz, low-pass 150 Hz.");
    }
  }
}

TEST_CASE("sierra: 1.03 says the same in other words, and UTF-16 reads as UTF-8") {
  const SierraFile file = sierra103();
  auto r = readBytes(writeSierra(file)).recording;
  checkSamples(r, file, 5.0 / 1000);
  CHECK(r.leads[5].name == "aVF");
  CHECK(diagnosticOf(r, "filtered").find("band 0.05-150 Hz") != std::string::npos);
  r = readBytes(asUtf16(writeSierra(file))).recording;
  checkSamples(r, file, 5.0 / 1000);
  SierraFile plain = sierra103();
  plain.coding = SierraCoding::int16;
  plain.set["compressflag"] = "False";
  checkSamples(readBytes(writeSierra(plain)).recording, plain, 5.0 / 1000);
}

TEST_CASE("sierra: the resolution is the file's own, or asked for") {
  checkSamples(readBytes(writeSierra(with("resolution", "2.5"))).recording, {}, 2.5 / 1000);
  SierraFile file = with("resolution", "");
  CHECK(refused(file, "unit-unknown").find("unitsPerMillivolt") != std::string::npos);
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  checkSamples(readBytes(writeSierra(file), options).recording, file, 1.0 / 200);
  file.signal += "<resolution>4</resolution>";
  checkSamples(readBytes(writeSierra(file)).recording, file, 4.0 / 1000);
  for (const char* bad : {"0", "-5", "five"}) refused(with("resolution", bad), "bad-header");
}

TEST_CASE("sierra: the rate") {
  SierraFile file = with("samplespersecond", "250");
  file.set["durationperchannel"] = "160";
  CHECK(readBytes(writeSierra(file)).recording.samplingRate == 250);
  file.set["samplespersecond"] = "";
  file.signal = "";
  refused(file, "rate-unknown");
  ecg::ReadOptions options;
  options.samplingRate = 250;
  CHECK(readBytes(writeSierra(file), options).recording.samplingRate == 250);
  options.samplingRate = 0;
  refused(file, "bad-option", options);
  for (const char* bad : {"0", "-1", "x"}) refused(with("samplespersecond", bad), "bad-header");
}

TEST_CASE("sierra: representative beats are offered where they can be read") {
  const std::vector<std::pair<std::string, std::vector<int>>> beats = {
      {"I", {10, 20, 32767, -5, 32767, 32767}}, {"V1", {1, 2, 3, 4, 5, 32767}}};
  SierraFile file;
  file.beats = writeBeats(beats, "samplespersec=\"1000\" resolution=\"2.5\"");
  auto r = readBytes(writeSierra(file)).recording;
  CHECK(r.length == 40);
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: "
        "1 rhythm, 2 representative beats (2 leads).");
  ecg::ReadOptions options;
  options.recording = 2;
  r = readBytes(writeSierra(file), options).recording;
  CHECK(r.samplingRate == 1000);
  CHECK(r.length == 5);
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[1].name == "V1");
  CHECK(r.samples[1] == static_cast<float>(20 * 2.5 / 1000));
  CHECK(std::isnan(r.samples[2]));
  CHECK(std::isnan(r.samples[4]));
  CHECK(diagnosticOf(r, "missing-samples") != "");
  options.recording = 3;
  refused(file, "no-such-recording", options);
  options.recording = 2;
  for (const char* silent :
       {"samplespersec=\"1000\"", "resolution=\"2.5\"", "samplespersec=\"x\" resolution=\"1\"",
        "samplespersec=\"500\" resolution=\"1\" compression=\"Huffman\""}) {
    file.beats = writeBeats(beats, silent);
    CHECK(diagnosticOf(readBytes(writeSierra(file)).recording, "several-recordings").empty());
    refused(file, "no-such-recording", options);
  }
  file.beats = writeBeats({{"I", {32767}}}, "samplespersec=\"1000\" resolution=\"2.5\"");
  refused(file, "no-signal", options);
}

TEST_CASE("sierra: beats of 1.03 stand in repbeat itself, as text or base64") {
  SierraFile file = sierra103();
  file.beats =
      "<repbeats dataencoding=\"Plain\" samplespersec=\"1000\" resolution=\"1\">"
      "<repbeat leadname=\"II\" duration=\"3\">7 8 9</repbeat></repbeats>";
  ecg::ReadOptions options;
  options.recording = 2;
  const auto r = readBytes(writeSierra(file), options).recording;
  CHECK(r.length == 3);
  CHECK(r.samples[2] == 0.009f);
}

TEST_CASE("sierra: filters, offset and further channels are said") {
  SierraFile file = with("notchfiltered", "True");
  file.set["signaloffset"] = "7";
  file.moreChunks = xliChunk({0, 0, 0}) + xliChunk({0, 0, 0});
  auto r = readBytes(writeSierra(file)).recording;
  CHECK(diagnosticOf(r, "filtered").find("low-pass 150 Hz, notch 60 Hz") != std::string::npos);
  CHECK(diagnosticOf(r, "offset-not-applied").find("\"7\"") != std::string::npos);
  CHECK(diagnosticOf(r, "other-channels") == "2 channels after the named leads were not read.");
  checkSamples(r, file, 5.0 / 1000);
  file.set["notchfilterfreqs"] = "50";
  r = readBytes(writeSierra(file)).recording;
  CHECK(diagnosticOf(r, "filtered").find("notch 50 Hz") != std::string::npos);
}

TEST_CASE("sierra: a pulse that calibrates every lead stays, and is said") {
  SierraFile file;
  file.leads = SierraFile::twelveLeads(600);
  for (auto& lead : file.leads)
    for (std::size_t t = 500; t < 600; ++t) lead[t] = t >= 530 && t < 580 ? 200 : 0;
  const auto r = readBytes(writeSierra(file)).recording;
  checkSamples(r, file, 5.0 / 1000);
  CHECK(diagnosticOf(r, "calibration-pulse").find("From 1 s to the end (sample 501 on)") == 0);
  CHECK(r.ecgLength == 500);
  for (auto& lead : file.leads)
    for (std::size_t t = 500; t < 600; ++t) lead[t] = 0;
  CHECK(diagnosticOf(readBytes(writeSierra(file)).recording, "calibration-pulse").empty());
}

TEST_CASE("sierra: the patient is apart from the recording, the interpretation apart from both") {
  SierraFile file;
  file.patient =
      "<patientid>---</patientid><MRN>77</MRN><name><lastname>Roe</lastname>"
      "<firstname>Eva</firstname><middlename>-</middlename></name><age><months>30</months>"
      "<dateofbirth>1969-06-30</dateofbirth></age><sex>Female</sex>";
  file.interpretation =
      "<mdsignatureline>Confirmed by: Doe</mdsignatureline><severity>- ABNORMAL ECG -</severity>"
      "<statement><leftstatement>SINUS RHYTHM</leftstatement><rightstatement>V-rate 60-99"
      "</rightstatement></statement><statement><leftstatement>LVH</leftstatement>"
      "<rightstatement> </rightstatement></statement><statement/>";
  auto result = readBytes(writeSierra(file));
  CHECK(result.patient.id == "77");
  CHECK(result.patient.name == "Eva Roe");
  CHECK(result.patient.age == "30 months");
  CHECK(result.patient.birthDate == "1969-06-30");
  CHECK(result.patient.sex == "F");
  CHECK(result.patient.recordedAt == "2010-01-19T15:19:22");
  CHECK(result.patient.comments == std::vector<std::string>{"TEST", "Confirmed by: Doe"});
  CHECK(result.interpretation ==
        std::vector<std::string>{"- ABNORMAL ECG -", "SINUS RHYTHM; V-rate 60-99", "LVH"});
  file.patient = "<age><years>50</years></age><sex>Male</sex>";
  result = readBytes(writeSierra(file));
  CHECK(result.patient.age == "50");
  CHECK(result.patient.sex == "M");
}

TEST_CASE("sierra: leads by label, by acquisition type, or by the option") {
  SierraFile file;
  file.leads.resize(2);
  file.set = {{"leadlabels", "V1 V9"}, {"numberofleads", ""}};
  auto r = readBytes(writeSierra(file)).recording;
  CHECK(r.leads[1].name == "V9");
  checkSamples(r, file, 5.0 / 1000);
  file.set["numberofleads"] = "3";
  refused(file, "bad-header");
  for (const char* bad : {"0", "-1", "65", "1.5", "x"}) {
    file.set["numberofleads"] = bad;
    refused(file, "bad-header");
  }
  file.set = {{"leadlabels", ""}, {"numberofleads", ""}};
  file.signal = "<acquisitiontype>ODD</acquisitiontype>";
  refused(file, "unsupported-leads");
  file.signal += "<numberchannelsallocated>2</numberchannelsallocated>";
  CHECK(refused(file, "unsupported-leads").find("\"ODD\"") != std::string::npos);
  ecg::ReadOptions options;
  options.leads = {"I", "V2"};
  CHECK(readBytes(writeSierra(file), options).recording.leads[1].name == "V2");
  file.set["leadlabels"] = "III V1";
  refused(file, "unsupported-leads");
}

TEST_CASE("sierra: other documents are refused by name and version") {
  SierraFile file;
  file.type = "MortaraECG";
  CHECK(refused(file, "unsupported-version").find("\"MortaraECG\", version \"1.04\"") !=
        std::string::npos);
  file.type = "SierraECG";
  file.version = "1.05";
  CHECK(refused(file, "unsupported-version").find("\"1.05\"") != std::string::npos);
  CHECK(refusal(sierraFormat(), "a.xml", "<AnnotatedECG/>", "not-sierra").find("AnnotatedECG") !=
        std::string::npos);
  refusal(sierraFormat(), "a.xml", "<restingecgdata>", "bad-xml");
  refusal(sierraFormat(), "a.xml",
          "<restingecgdata><documentinfo><documenttype>SierraECG</documenttype>"
          "<documentversion>1.04</documentversion></documentinfo></restingecgdata>",
          "no-signal");
}

TEST_CASE("sierra: what cannot be trusted is refused") {
  refused(with("dataencoding", "Hex"), "unsupported-encoding");
  refused(with("dataencoding", ""), "unsupported-encoding");
  refused(with("compression", "Huffman"), "unsupported-compression");
  SierraFile file = sierra103();
  file.set["compressmethod"] = "";
  refused(file, "unsupported-compression");
  file = SierraFile();
  file.coding = SierraCoding::plain;
  file.set["compression"] = "XLI";
  refused(file, "unsupported-compression");
  refused(with("durationperchannel", ""), "bad-header");
  refused(with("durationperchannel", "0"), "bad-header");
  refused(with("durationperchannel", "1e300"), "bad-header");
  CHECK(refused(with("durationperchannel", "90000000"), "bad-header").find("far more") !=
        std::string::npos);
  refused(with("durationperchannel", "82"), "truncated");
  refused(with("durationperchannel", "78"), "bad-chunk");
  file = SierraFile();
  file.samples = "@@";
  refused(file, "bad-base64");
  for (const auto coding : {SierraCoding::plain, SierraCoding::int16}) {
    file = SierraFile();
    file.coding = coding;
    file.set["durationperchannel"] = "82";
    refused(file, "truncated");
    file.set["durationperchannel"] = "78";
    refused(file, "bad-header");
    file.set["durationperchannel"] = "";
    CHECK(readBytes(writeSierra(file)).recording.length == 40);
    file.samples = coding == SierraCoding::plain ? "1 x" : "AAAA";
    refused(file, coding == SierraCoding::plain ? "not-a-number" : "truncated");
    file.samples = " ";
    refused(file, "truncated");
  }
}

TEST_CASE("sierra: sniffing goes by content, and one file at a time") {
  const auto bytes = writeSierra({});
  CHECK(sierraFormat().sniff({}) == Match::none);
  CHECK(sierraFormat().sniff(oneFile("x.xml", "<RestingECG/>")) == Match::none);
  CHECK(sierraFormat().sniff(oneFile("x.txt", bytes)) == Match::certain);
  auto two = oneFile("a.xml", bytes);
  two.push_back(oneFile("b.xml", bytes)[0]);
  CHECK_THROWS_AS(sierraFormat().read(two, {}), ecg::InputError);
  CHECK_THROWS_AS(sierraFormat().read({}, {}), ecg::InputError);
}
