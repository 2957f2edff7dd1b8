#include "preprocess/formats/scp/scp.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/reader_checks.h"
#include "tests/support/scp_writer.h"

using ecg::Match;
using ecg::ReadResult;
using ecg::scpFormat;
using namespace ecg::test;

namespace {

std::vector<int> wave(int count, int seed) {
  std::vector<int> out;
  for (int i = 0; i < count; ++i)
    out.push_back(static_cast<int>(400 * std::sin(0.05 * (i + seed))) + (i % 97 < 3 ? 3000 : 0));
  return out;
}

ScpFile twoLeads() {
  ScpFile file;
  file.leads = {{1, 1, wave(500, 0), {}}, {3, 1, wave(500, 9), {}}};
  return file;
}

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  const auto files = oneFile("x.scp", bytes);
  CHECK(scpFormat().sniff(files) == Match::certain);
  return scpFormat().read(files, options);
}

float millivolts(int steps, unsigned nanovolts) {
  return static_cast<float>(static_cast<double>(steps) * nanovolts / 1e6);
}

void checkSamples(const ecg::Recording& r, const ScpFile& file) {
  REQUIRE(r.leads.size() == file.leads.size());
  for (std::size_t lead = 0; lead < file.leads.size(); ++lead) {
    REQUIRE(r.length == file.leads[lead].samples.size());
    for (std::size_t i = 0; i < r.length; ++i)
      REQUIRE(r.lead(lead)[i] == millivolts(file.leads[lead].samples[i], file.nanovolts));
  }
}

void checkRoundTrip(const ScpFile& file) {
  const auto r = readBytes(writeScp(file)).recording;
  checkSamples(r, file);
  for (const auto& d : r.diagnostics) FAIL_CHECK(d.message);
}

std::string refusedAs(const ScpFile& file, const char* code) {
  return refusal(scpFormat(), "bad.scp", writeScp(file), code);
}

/// Tables that switch: small numbers one way, all others the other, and back after each.
std::vector<std::vector<ScpCode>> switchingTables() {
  return {{{"0", 1, false, 0}, {"10", 6, false, 1}, {"11", 2, true, 2}},
          {{"0", 18, false, 0}, {"1", 1, true, 1}}};
}

ScpFile withReference() {
  ScpFile file = twoLeads();
  ScpReference reference;
  reference.ms = 80;
  reference.fiducial = 15;
  reference.leads = {wave(40, 3), wave(40, 50)};
  reference.beats = {{0, 90, 100, 120}, {1, 0, 200, 0}, {0, 290, 300, 320}};
  file.reference = reference;
  return file;
}

/// Constant over each four samples outside the protected zones, so that means are exact.
ScpFile withBimodal() {
  ScpFile file;
  std::vector<int> samples(200, 120);
  for (int i = 40; i < 60; ++i) samples[static_cast<std::size_t>(i)] = 50 * (i - 40);
  for (int i = 140; i < 160; ++i) samples[static_cast<std::size_t>(i)] = -31 * (i - 140);
  file.leads = {{1, 1, samples, {}}, {2, 1, samples, {}}};
  file.factor = 4;
  file.zones = {{41, 60}, {141, 160}};
  return file;
}

}  // namespace

TEST_CASE("scp: rate, names and samples, in every encoding") {
  ScpFile file = twoLeads();
  const auto r = readBytes(writeScp(file)).recording;
  CHECK(r.format == "scp");
  CHECK(r.samplingRate == 500);
  CHECK(r.leads[0].name == "I");
  CHECK(r.leads[1].name == "V1");
  CHECK(r.leads[1].storedName == "V1");
  CHECK(r.leads[1].unit == "mV");
  CHECK(r.samples[1] == millivolts(3000 + 19, 5000));
  for (const unsigned differences : {0u, 1u, 2u}) {
    file.differences = differences;
    file.tables.clear();
    file.defaultTable = true;
    checkRoundTrip(file);
    file.tables = switchingTables();
    checkRoundTrip(file);
    file.tables = {{{"", 16, false, 0}}};
    file.defaultTable = false;
    file.tables.clear();
    checkRoundTrip(file);
  }
}

TEST_CASE("scp: one table of 16 bits without a prefix means integers") {
  ScpFile file = twoLeads();
  file.defaultTable = false;
  file.sections[2] = scpNumber(1, 2) + scpNumber(1, 2) + scpNumber(0, 1) + scpNumber(16, 1) +
                     scpNumber(1, 1) + scpNumber(0, 6);
  checkRoundTrip(file);
}

TEST_CASE("scp: numbers of every code of the default table, and sums of 16 bits") {
  ScpFile file;
  std::vector<int> samples;
  for (int i = -200; i <= 200; ++i) samples.push_back(i);
  for (const int i : {-32768, 32767, -32768, 0, 127, 128, -128, -129}) samples.push_back(i);
  file.leads = {{2, 1, samples, {}}};
  for (const unsigned differences : {0u, 1u, 2u}) {
    file.differences = differences;
    checkRoundTrip(file);
  }
}

TEST_CASE("scp: fractional rates, other steps and the lead table") {
  ScpFile file;
  const std::pair<unsigned, const char*> leads[] = {
      {9, "V7"},    {11, "V3R"}, {15, "V7R"},  {16, "X"},    {18, "Z"},        {24, "fI"},
      {61, "III"},  {62, "aVR"}, {65, "-aVR"}, {66, "V8"},   {70, "D"},        {112, "daVR"},
      {121, "CM7"}, {134, "S"},  {147, "RL"},  {151, "V10"}, {200, "lead 200"}};
  for (const auto& lead : leads) file.leads.push_back({lead.first, 1, wave(20, 1), {}});
  file.microseconds = 1667;
  file.nanovolts = 3750;
  const auto r = readBytes(writeScp(file)).recording;
  CHECK(r.samplingRate == doctest::Approx(599.880024));
  checkSamples(r, file);
  for (std::size_t i = 0; i < file.leads.size(); ++i) CHECK(r.leads[i].name == leads[i].second);
  CHECK(diagnosticOf(r, "unusual-lead").find("lead 200") != std::string::npos);
}

TEST_CASE("scp: the reference beat is added where it was subtracted") {
  ScpFile file = withReference();
  checkRoundTrip(file);
  file.tables = switchingTables();
  checkRoundTrip(file);
  file.reference->nanovolts = 2500;
  const auto r = readBytes(writeScp(file)).recording;
  // Subtracted in steps of 5000 nV and added in steps of 2500 nV: half of it is missing.
  CHECK(r.lead(0)[99] ==
        static_cast<float>(
            (file.leads[0].samples[99] * 5000.0 - file.reference->leads[0][14] * 2500.0) / 1e6));
  CHECK(r.lead(0)[120] == millivolts(file.leads[0].samples[120], 5000));
}

TEST_CASE("scp: beats of which none was subtracted need no reference beat") {
  ScpFile file = withReference();
  file.reference->beats = {{1, 0, 200, 0}};
  file.sections[5] = "";
  checkRoundTrip(file);
}

TEST_CASE("scp: reference beats that cannot be added are refused") {
  ScpFile file = withReference();
  file.sections[4] = "";
  CHECK(refusedAs(file, "bad-header").find("section 4 is missing") != std::string::npos);
  file = withReference();
  file.reference->beats = {{0, 120, 100, 90}};
  refusedAs(file, "bad-header");
  file = withReference();
  file.reference->beats = std::vector<ScpBeat>(5, ScpBeat{0, 1, 100, 490});
  refusedAs(file, "bad-header");
  file = withReference();
  std::string beat = writeScp(file);
  beat[scpSectionStart(beat, 5) + 18] = 1;
  repairScpChecksums(beat);
  refusal(scpFormat(), "bad.scp", beat, "unsupported-compression");
}

TEST_CASE("scp: bimodal compression keeps the zones and interpolates between the means") {
  ScpFile file = withBimodal();
  auto r = readBytes(writeScp(file)).recording;
  CHECK(r.samplingRate == 500);
  checkSamples(r, file);
  CHECK(diagnosticOf(r, "interpolated").find("one sample of 4") != std::string::npos);
  // Two means of a stretch, 100 and 140: constant to the middle of the first, then a line.
  for (int i = 0; i < 8; ++i)
    file.leads[0].samples[static_cast<std::size_t>(i)] = i < 4 ? 100 : 140;
  r = readBytes(writeScp(file)).recording;
  const int line[] = {100, 100, 100, 110, 120, 130, 140};
  for (std::size_t i = 0; i < 7; ++i) CHECK(r.lead(0)[i] == millivolts(line[i], 5000));
  for (std::size_t i = 40; i < 60; ++i)
    CHECK(r.lead(0)[i] == millivolts(file.leads[0].samples[i], 5000));
}

TEST_CASE("scp: bimodal compression of a residual, and stretches of no four samples") {
  ScpFile file = withBimodal();
  ScpReference reference;
  reference.ms = 40;
  reference.fiducial = 10;
  reference.leads = {wave(20, 1), wave(20, 2)};
  reference.beats = {{0, 41, 50, 60}, {0, 141, 150, 160}};
  file.reference = reference;
  checkSamples(readBytes(writeScp(file)).recording, file);
  file.reference.reset();
  file.zones = {{42, 61}, {139, 159}};
  for (auto& lead : file.leads) {
    for (std::size_t i = 0; i < 200; ++i)
      if (i < 41 || (i > 60 && i < 138) || i > 158) lead.samples[i] = 12;
  }
  checkSamples(readBytes(writeScp(file)).recording, file);
}

TEST_CASE("scp: bimodal compression that does not add up is refused") {
  ScpFile file = withBimodal();
  file.zones = {{141, 160}, {41, 60}};
  refusedAs(file, "bad-header");
  file = withBimodal();
  file.sections[5] = "";
  refusedAs(file, "bad-header");
  std::string full = writeScp(withBimodal());
  full.replace(scpSectionStart(full, 6) + 18, 2, scpNumber(2000, 2));
  repairScpChecksums(full);
  CHECK(refusal(scpFormat(), "bad.scp", full, "unsupported-compression").find("kept 200") !=
        std::string::npos);
  std::string rates = writeScp(withBimodal());
  rates[scpSectionStart(rates, 6) + 19] = 0x10;  // 4160 us
  repairScpChecksums(rates);
  refusal(scpFormat(), "bad.scp", rates, "unsupported-compression");
}

TEST_CASE("scp: leads of different stretches are NaN elsewhere") {
  ScpFile file;
  file.leads = {{1, 1, wave(100, 0), {}}, {2, 101, wave(100, 5), {}}};
  file.flags = 2 << 3;
  const auto r = readBytes(writeScp(file)).recording;
  REQUIRE(r.length == 200);
  CHECK(r.lead(0)[99] == millivolts(file.leads[0].samples[99], 5000));
  CHECK(std::isnan(r.lead(0)[100]));
  CHECK(std::isnan(r.lead(1)[99]));
  CHECK(r.lead(1)[100] == millivolts(file.leads[1].samples[0], 5000));
  CHECK(diagnosticOf(r, "gap").find("II 0.2 s from 0.2 s on") != std::string::npos);
  CHECK(diagnosticOf(r, "not-simultaneous").empty());
  file.leads[1].first = 1;
  CHECK(diagnosticOf(readBytes(writeScp(file)).recording, "not-simultaneous") != "");
  file.leads[1].first = 2000000000;
  refusedAs(file, "gap-too-long");
}

TEST_CASE("scp: the patient, the filters and the device's statements") {
  ScpFile file = twoLeads();
  std::string device(8, '\0');
  device += std::string("ELI25\0", 6) + std::string(22, '\0');
  device += std::string("1.0\0sn\0os\0scp\0Maker\0", 21);
  file.header = {{0, std::string("Muster\0", 7)},
                 {1, "Anna"},
                 {2, "SBJ-1"},
                 {4, scpNumber(44, 2) + scpNumber(1, 1)},
                 {5, scpNumber(1980, 2) + scpNumber(2, 1) + scpNumber(29, 1)},
                 {8, scpNumber(2, 1)},
                 {14, device},
                 {25, scpNumber(2024, 2) + scpNumber(3, 1) + scpNumber(4, 1)},
                 {26, scpNumber(5, 1) + scpNumber(6, 1) + scpNumber(7, 1)},
                 {27, scpNumber(5, 2)},
                 {28, scpNumber(150, 2)},
                 {29, scpNumber(2, 1)},
                 {30, "note 1"},
                 {30, "note 2"}};
  file.sections[8] = scpStatements({"sinus rhythm", "", "l\xE5ngsam"});
  file.sections[11] = scpStatements({std::string("\1NSR\0X", 6)});
  file.sections[7] = file.sections[10] = "..";
  const auto result = readBytes(writeScp(file));
  const auto& p = result.patient;
  CHECK(p.name == "Anna Muster");
  CHECK(p.id == "SBJ-1");
  CHECK(p.age == "44 years");
  CHECK(p.birthDate == "1980-02-29");
  CHECK(p.sex == "female");
  CHECK(p.recordedAt == "2024-03-04T05:06:07");
  CHECK(p.comments == std::vector<std::string>{"device: ELI25, Maker", "note 1", "note 2"});
  CHECK(result.interpretation ==
        std::vector<std::string>{"sinus rhythm", "l\xC3\xA5ngsam", "NSR X"});
  CHECK(diagnosticOf(result.recording, "filtered")
            .find("high-pass 0.05 Hz, low-pass 150 Hz, 50 Hz notch.") != std::string::npos);
  CHECK(diagnosticOf(result.recording, "annotations").find("sections 7 and 10") !=
        std::string::npos);
  file.sections[1] = scpNumber(0, 1) + scpNumber(900, 2) + "x";
  const auto broken = readBytes(writeScp(file));
  CHECK(broken.patient.name.empty());
  CHECK(diagnosticOf(broken.recording, "header-incomplete") != "");
}

TEST_CASE("scp: checksums that fail are said, and the samples read") {
  const ScpFile file = twoLeads();
  std::string bytes = writeScp(file);
  bytes[scpSectionStart(bytes, 1) + 9] ^= 1;
  bytes[scpSectionStart(bytes, 6)] ^= 1;
  auto r = readBytes(bytes).recording;
  checkSamples(r, file);
  CHECK(diagnosticOf(r, "checksum-failed").find("sections 1 and 6") != std::string::npos);
  bytes = writeScp(file);
  bytes[0] ^= 1;
  CHECK(diagnosticOf(readBytes(bytes).recording, "checksum-failed").find("record's") !=
        std::string::npos);
}

TEST_CASE("scp: a damaged sum with a wrong checksum is refused") {
  ScpFile file;
  file.leads = {{2, 1, std::vector<int>(4000, 30000), {}}};
  std::string bytes = writeScp(file);
  // Second differences of zero; the first bits of the data part make a slope.
  const std::size_t data = scpSectionStart(bytes, 6) + 16 + 6 + 2;
  bytes[data + 6] = bytes[data + 7] = '\xFF';
  refusal(scpFormat(), "bad.scp", bytes, "bad-samples");
}

TEST_CASE("scp: sections that lie elsewhere are found by their checksums") {
  const ScpFile file = twoLeads();
  std::string bytes = writeScp(file);
  bytes.insert(scpSectionStart(bytes, 2), "12345");
  auto r = readBytes(bytes).recording;
  checkSamples(r, file);
  CHECK(diagnosticOf(r, "misplaced-sections").find("sections 2, 3 and 6") != std::string::npos);
  CHECK(diagnosticOf(r, "trailing-bytes").empty());
  bytes[scpSectionStart(bytes, 2) + 5] ^= 1;
  refusal(scpFormat(), "bad.scp", bytes, "bad-header");
  ScpFile zero = twoLeads();
  zero.pointersFromZero = true;
  CHECK(diagnosticOf(readBytes(writeScp(zero)).recording, "misplaced-sections").empty());
}

TEST_CASE("scp: without the mark it may be read, and is refused as nonstandard otherwise") {
  ScpFile file = twoLeads();
  file.marked = false;
  const std::string bytes = writeScp(file);
  CHECK(scpFormat().sniff(oneFile("x.scp", bytes)) == Match::possible);
  checkSamples(scpFormat().read(oneFile("x.scp", bytes), {}).recording, file);
  file.sections[3] = "\x03\x04xx";
  CHECK(refusal(scpFormat(), "h.scp", writeScp(file), "nonstandard").find("Healforce") !=
        std::string::npos);
}

TEST_CASE("scp: units and rates that the file does not say are asked for") {
  ScpFile file = twoLeads();
  file.nanovolts = 0;
  CHECK(refusedAs(file, "unit-unknown").find("suggests") != std::string::npos);
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  auto r = readBytes(writeScp(file), options).recording;
  CHECK(r.samples[0] == millivolts(file.leads[0].samples[0], 5000));
  file = twoLeads();
  file.microseconds = 0;
  refusedAs(file, "rate-unknown");
  options.samplingRate = 250;
  CHECK(readBytes(writeScp(file), options).recording.samplingRate == 250);
}

TEST_CASE("scp: version 3") {
  ScpFile file = twoLeads();
  file.version = 30;
  std::string bytes = writeScp(file);
  bytes[scpSectionStart(bytes, 6) + 21] = 1;  // Huffman codes, not bimodal compression
  repairScpChecksums(bytes);
  checkSamples(readBytes(bytes).recording, file);
  file.defaultTable = false;
  checkSamples(readBytes(writeScp(file)).recording, file);
  file.sections[12] = file.sections[15] = "....";
  CHECK(diagnosticOf(readBytes(writeScp(file)).recording, "other-sections")
            .find("sections 12 and 15") != std::string::npos);
  file.sections[6] = "";
  CHECK(refusedAs(file, "unsupported-section").find("section 12") != std::string::npos);
}

TEST_CASE("scp: encodings that do not fit the bytes are refused") {
  ScpFile file = twoLeads();
  file.sections[2] = "";  // Huffman codes taken for integers
  refusedAs(file, "bad-header");
  file = twoLeads();
  file.defaultTable = false;
  file.differences = 0;
  file.sections[2] = scpNumber(19999, 2);  // integers taken for Huffman codes
  refusedAs(file, "bad-header");
  file = twoLeads();
  file.differences = 3;
  refusedAs(file, "unsupported-compression");
  file = twoLeads();
  file.tables = switchingTables();
  file.tables[0][2] = {"11", 30, false, 0};
  file.sections[2] = scpNumber(1, 2) + scpNumber(1, 2) + scpNumber(1, 1) + scpNumber(1, 1) +
                     scpNumber(1, 1) + scpNumber(0, 6);
  refusedAs(file, "bad-samples");
}

TEST_CASE("scp: Huffman tables that cannot be are refused") {
  const auto refused = [](const std::vector<std::vector<ScpCode>>& tables) {
    ScpFile file = twoLeads();
    ScpFile other;
    other.leads = {{1, 1, {0}, {}}};
    other.tables = tables;
    std::string section = scpNumber(tables.size(), 2);
    for (const auto& table : tables) {
      section += scpNumber(table.size(), 2);
      for (const auto& code : table)
        section += scpNumber(code.prefix.size(), 1) + scpNumber(code.total, 1) +
                   scpNumber(code.switches ? 0 : 1, 1) +
                   scpNumber(static_cast<std::uint16_t>(code.base), 2) +
                   scpNumber(code.prefix == "1" || code.prefix == "10" ? 1 : 0, 4);
    }
    file.sections[2] = section;
    refusedAs(file, "bad-header");
  };
  refused({{}});
  refused({{{"0", 0, false, 0}}});
  refused({{{"00000000", 4, false, 0}}});
  refused({{{"0", 60, false, 0}}});
  refused({{{"0", 1, false, 0}, {"0", 2, false, 1}}});
  refused({{{"1", 1, false, 0}, {"10", 2, false, 1}}});
  refused({{{"10", 2, false, 0}, {"1", 1, false, 1}}});
  refused({{{"0", 1, true, 2}}});
  refused({{{"0", 1, true, 0}}});
  ScpFile file = twoLeads();
  file.sections[2] = scpNumber(300, 2) + scpNumber(9, 2);
  refusedAs(file, "truncated");
}

TEST_CASE("scp: leads that end too soon are read as far as they go") {
  ScpFile file = twoLeads();
  for (auto& lead : file.leads) lead.last = 600;
  const auto r = readBytes(writeScp(file)).recording;
  CHECK(r.length <= 500);
  REQUIRE(r.length > 485);
  CHECK(r.lead(1)[485] == millivolts(file.leads[1].samples[485], 5000));
  CHECK(diagnosticOf(r, "truncated-tail").find("of 600") != std::string::npos);
  std::string more = writeScp(file);
  const std::size_t counts = scpSectionStart(more, 6) + 16 + 6;
  more[counts] = more[counts + 1] = 2;
  more[counts + 2] = more[counts + 3] = 1;
  repairScpChecksums(more);
  refusal(scpFormat(), "bad.scp", more, "bad-header");
}

TEST_CASE("scp: headers that cannot be trusted are refused") {
  ScpFile file = twoLeads();
  file.leads[0].last = 0;
  refusedAs(file, "bad-header");
  for (const int id : {3, 6}) {
    file = twoLeads();
    file.sections[id] = "";
    refusedAs(file, "bad-header");
    file.sections[id] = "\1\0";
    refusedAs(file, "bad-header");
  }
  file = twoLeads();
  file.sections[3] = std::string(2, '\0');
  refusedAs(file, "no-signal");
  std::string bytes = writeScp(twoLeads());
  bytes[scpSectionStart(bytes, 6) + 16 + 7] = '\x7F';
  refusal(scpFormat(), "bad.scp", bytes, "bad-header");
  bytes = writeScp(twoLeads());
  bytes[12] = 1;
  refusal(scpFormat(), "bad.scp", bytes, "bad-header");
  refusal(scpFormat(), "empty.scp", "", "not-scp");
  refusal(scpFormat(), "text.scp", "0,1\n2,3\n4,5\n6,7\n8,9\n10,11\n", "not-scp");
}

TEST_CASE("scp: every truncation is refused or said") {
  ScpFile file = twoLeads();
  file.sections[10] = std::string(30, 'x');
  const std::string bytes = writeScp(file);
  const std::size_t signalEnd = scpSectionStart(bytes, 10);
  for (std::size_t size = 22; size < bytes.size(); size += size < 200 ? 1 : 7) {
    const std::string cut = bytes.substr(0, size);
    if (size < signalEnd) {
      refusal(scpFormat(), "cut.scp", cut, "truncated");
      continue;
    }
    const auto r = readBytes(cut).recording;
    checkSamples(r, file);
    CHECK(diagnosticOf(r, "truncated-tail").find("section 10") != std::string::npos);
  }
  CHECK(diagnosticOf(readBytes(bytes + "abc").recording, "trailing-bytes").find("3 bytes") !=
        std::string::npos);
}

TEST_CASE("scp: sniffing goes by content, and one file at a time") {
  const auto bytes = writeScp(twoLeads());
  CHECK(scpFormat().sniff({}) == Match::none);
  CHECK(scpFormat().sniff(oneFile("x.scp", "")) == Match::none);
  CHECK(scpFormat().sniff(oneFile("x.scp", std::string(300, '\0'))) == Match::none);
  CHECK(scpFormat().sniff(oneFile("x.dat", bytes.substr(0, 22))) == Match::certain);
  auto two = oneFile("a.scp", bytes);
  two.push_back(oneFile("b.scp", bytes)[0]);
  CHECK_THROWS_AS(scpFormat().read(two, {}), ecg::InputError);
  CHECK_THROWS_AS(scpFormat().read({}, {}), ecg::InputError);
}
