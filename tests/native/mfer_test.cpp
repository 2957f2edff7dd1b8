#include "preprocess/formats/mfer/mfer.h"

#include <doctest/doctest.h>

#include <cmath>
#include <cstring>

#include "tests/support/mfer_writer.h"
#include "tests/support/put_bytes.h"
#include "tests/support/reader_checks.h"

using ecg::Match;
using ecg::mferFormat;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  return mferFormat().read(oneFile("x.mwf", bytes), options);
}

/// One channel of a data type with a 1 uV step; `nul` and `offset` are left out where empty.
std::string typed(const MferWriter& w, int type, const std::string& data,
                  const std::string& offset = "", const std::string& null = "") {
  std::string out = w.order() + w.number(10, type, 1) + w.scaled(11, 0, 0, 500);
  out += w.scaled(12, 0, -6, 1) + w.lead(2);
  if (!offset.empty()) out += MferWriter::item(13, offset);
  if (!null.empty()) out += MferWriter::item(18, null);
  return out + MferWriter::item(0x1E, data);
}

template <typename Float, typename Bits>
std::int64_t bitsOf(Float value) {
  Bits bits;
  std::memcpy(&bits, &value, sizeof bits);
  return static_cast<std::int64_t>(bits);
}

}  // namespace

TEST_CASE("mfer: blocks of channels in sequences, in both byte orders") {
  for (const bool big : {true, false}) {
    MferFile file;
    file.big = big;
    const std::string bytes = writeMfer(file);
    CHECK(mferFormat().sniff(oneFile("x.mwf", bytes)) == Match::certain);
    const auto r = readBytes(bytes).recording;
    CHECK(r.format == "mfer");
    CHECK(r.samplingRate == 500);
    CHECK(r.length == 4);
    REQUIRE(r.leads.size() == 2);
    CHECK(r.leads[0].name == "I");
    CHECK(r.leads[1].name == "II");
    CHECK(r.leads[1].unit == "mV");
    CHECK(r.samples ==
          std::vector<float>{0.005f, 0.01f, 0.015f, -163.84f, 0.05f, 0.1f, 0.15f, 0.2f});
    CHECK(r.diagnostics.empty());
  }
}

TEST_CASE("mfer: lead codes") {
  const std::pair<int, const char*> leads[] = {
      {1, "I"},    {2, "II"},  {3, "V1"},   {4, "V2"},   {5, "V3"},      {6, "V4"},   {7, "V5"},
      {8, "V6"},   {9, "V7"},  {11, "V3R"}, {12, "V4R"}, {61, "III"},    {62, "aVR"}, {63, "aVL"},
      {64, "aVF"}, {66, "V8"}, {67, "V9"},  {16, "X"},   {77, "code 77"}};
  MferFile file;
  file.block = 1;
  file.codes.clear();
  file.samples.clear();
  for (const auto& lead : leads) {
    file.codes.push_back(lead.first);
    file.samples.push_back(lead.first);
  }
  const auto r = readBytes(writeMfer(file)).recording;
  REQUIRE(r.leads.size() == file.codes.size());
  for (std::size_t i = 0; i < r.leads.size(); ++i) {
    CHECK(r.leads[i].name == leads[i].second);
    CHECK(r.lead(i)[0] == static_cast<float>(leads[i].first * 5.0 / 1000));
  }
  const MferWriter w;
  file = {};
  file.before = MferWriter::channel(0, w.lead(0, "aVR")) + MferWriter::channel(1, w.lead(2, "CH2"));
  const auto named = readBytes(writeMfer(file)).recording;
  CHECK(named.leads[0].name == "aVR");
  CHECK(named.leads[1].name == "II");
  CHECK(named.leads[1].storedName == "CH2");
  file.before = w.number(8, 40, 2);
  const auto eeg = readBytes(writeMfer(file)).recording;
  CHECK(eeg.leads[0].name == "code 1");
}

TEST_CASE("mfer: every data type, offsets and the NULL value") {
  for (const bool big : {true, false}) {
    const MferWriter w(big);
    struct Case {
      int type;
      std::size_t size;
      std::int64_t low, high;
    };
    for (const Case& c :
         {Case{0, 2, -32768, 32767}, Case{1, 2, 0, 65535}, Case{2, 4, -2147483647 - 1, 2147483647},
          Case{3, 1, 0, 255}, Case{5, 1, -128, 127}, Case{6, 4, 0, 4294967295}}) {
      const std::string data =
          w.bytes(c.low, c.size) + w.bytes(c.high, c.size) + w.bytes(7, c.size);
      auto r = readBytes(typed(w, c.type, data)).recording;
      REQUIRE(r.length == 3);
      CHECK(r.samples[0] == static_cast<float>(static_cast<double>(c.low) / 1000));
      CHECK(r.samples[1] == static_cast<float>(static_cast<double>(c.high) / 1000));
      r = readBytes(typed(w, c.type, data, w.bytes(100, c.size), w.bytes(c.low, c.size))).recording;
      CHECK(std::isnan(r.samples[0]));
      CHECK(r.samples[2] == 0.107f);
    }
    const std::string floats = w.bytes(bitsOf<float, std::uint32_t>(-2.5f), 4) +
                               w.bytes(bitsOf<float, std::uint32_t>(std::nanf("")), 4);
    auto r = readBytes(typed(w, 7, floats)).recording;
    CHECK(r.samples[0] == -0.0025f);
    CHECK(std::isnan(r.samples[1]));
    const std::string doubles = w.bytes(bitsOf<double, std::uint64_t>(1e3), 8) +
                                w.bytes(bitsOf<double, std::uint64_t>(1e300), 8);
    r = readBytes(typed(w, 8, doubles)).recording;
    CHECK(r.samples[0] == 1.0f);
    CHECK(std::isnan(r.samples[1]));
  }
}

TEST_CASE("mfer: sampling intervals as frequencies and times") {
  const MferWriter w;
  MferFile file;
  const std::pair<std::string, double> rates[] = {{w.scaled(11, 0, 0, 250), 250},
                                                  {w.scaled(11, 0, 2, 5, 1), 500},
                                                  {w.scaled(11, 0, -1, 5125), 512.5},
                                                  {w.scaled(11, 1, -6, 8000, 4), 125},
                                                  {w.scaled(11, 1, 1, 1, 1), 0.1}};
  for (const auto& [definition, rate] : rates) {
    file.before = definition;
    CHECK(readBytes(writeMfer(file)).recording.samplingRate == rate);
  }
  file.before = MferWriter::item(11, "");
  const auto r = readBytes(writeMfer(file)).recording;
  CHECK(r.samplingRate == 1000);
  CHECK(diagnosticOf(r, "rate-default").find("1000 Hz") != std::string::npos);
  file.before = w.scaled(11, 2, -3, 1);
  refusal(mferFormat(), "x.mwf", writeMfer(file), "unsupported-sampling");
  for (const auto& wrong :
       {w.scaled(11, 0, 0, -5), w.scaled(11, 0, 127, 5), w.scaled(11, 0, 0, 0)}) {
    file.before = wrong;
    refusal(mferFormat(), "x.mwf", writeMfer(file), "bad-header");
  }
}

TEST_CASE("mfer: other rates, units and status channels") {
  const MferWriter w;
  MferFile file;
  file.codes = {1, 2, 143, 160, 4160};
  file.block = 2;
  file.samples = {1, 2, 3, 4, 5, 6, 7, 8, 9, 9};
  file.before = MferWriter::channel(2, w.scaled(12, 1, -1, 5)) +
                MferWriter::channel(3, w.scaled(11, 0, 0, 25) + w.number(4, 2, 1), true);
  const auto r = readBytes(writeMfer(file)).recording;
  REQUIRE(r.leads.size() == 3);
  CHECK(r.leads[2].name == "Blood pressure");
  CHECK(r.leads[2].unit == "mmHg");
  CHECK(r.lead(2)[1] == 3.0f);
  CHECK(diagnosticOf(r, "other-rate") ==
        "Channel Impedance respiration at 25 Hz was left out: the leads have 500 Hz.");
  CHECK(diagnosticOf(r, "other-channels").find("code 4160") != std::string::npos);
}

TEST_CASE("mfer: frames defined alike follow each other, others are recordings of their own") {
  const MferWriter w;
  MferFile file;
  file.after = w.number(6, 1, 1) + w.wave({5, 6, 50, 60}) + w.number(8, 9, 2) + w.number(5, 1, 1) +
               w.number(4, 3, 1) + w.lead(2) + w.wave({7, 8, 9});
  const std::string bytes = writeMfer(file);
  auto r = readBytes(bytes).recording;
  CHECK(r.length == 6);
  CHECK(r.lead(0)[4] == 0.025f);
  CHECK(r.lead(1)[5] == 0.3f);
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: 1 standard 12-lead ECG (2 "
        "channels, 0.012 s), 2 dominant beat (1 channel, 0.006 s).");
  ecg::ReadOptions options;
  options.recording = 2;
  r = readBytes(bytes, options).recording;
  CHECK(r.length == 3);
  REQUIRE(r.leads.size() == 1);
  CHECK(r.leads[0].name == "II");
  CHECK(r.samples == std::vector<float>{0.035f, 0.04f, 0.045f});
  options.recording = 3;
  refusal(mferFormat(), "x.mwf", bytes, "no-such-recording", options);
  options.recording = 0;
  refusal(mferFormat(), "x.mwf", bytes, "no-such-recording", options);
}

TEST_CASE("mfer: pointers leave gaps of NaN") {
  const MferWriter w;
  MferFile file;
  file.before = w.number(7, 100, 4);
  file.after = w.number(6, 1, 1) + w.number(7, 107, 4) + w.wave({5, 6, 50, 60});
  const auto r = readBytes(writeMfer(file)).recording;
  CHECK(r.length == 9);
  for (std::size_t i = 4; i < 7; ++i) CHECK(std::isnan(r.lead(1)[i]));
  CHECK(r.lead(0)[7] == 0.025f);
  CHECK(r.lead(1)[8] == 0.3f);
  CHECK(diagnosticOf(r, "gap") == "1 gap is filled with NaN: 0.006 s at 0.008 s.");
  file.after = w.number(7, 102, 4) + w.wave({5, 6, 50, 60});
  refusal(mferFormat(), "x.mwf", writeMfer(file), "bad-record-times");
  file.after = w.number(7, 4000000000, 4) + w.wave({5, 6, 50, 60});
  refusal(mferFormat(), "x.mwf", writeMfer(file), "gap-too-long");
}

TEST_CASE("mfer: the patient is apart from the recording") {
  for (const bool big : {true, false}) {
    const MferWriter w(big);
    MferFile file;
    file.big = big;
    file.extra = MferWriter::item(0x81, "Yamada^^Taro^^") + MferWriter::item(0x82, "0012^x") +
                 MferWriter::item(
                     0x83, std::string(1, 51) + w.bytes(100, 2) + w.bytes(1950, 2) + "\x06\x07") +
                 MferWriter::item(0x84, "\x02") +
                 MferWriter::item(0x85, w.bytes(2001, 2) + "\x0C\x1F\x17\x05\x3B" + w.bytes(1, 2) +
                                            w.bytes(2, 2)) +
                 MferWriter::item(0x16, "resting");
    const auto result = readBytes(writeMfer(file));
    CHECK(result.patient.name == "Taro Yamada");
    CHECK(result.patient.id == "0012");
    CHECK(result.patient.age == "51");
    CHECK(result.patient.birthDate == "1950-06-07");
    CHECK(result.patient.sex == "F");
    CHECK(result.patient.recordedAt == "2001-12-31T23:05:59");
    CHECK(result.patient.comments == std::vector<std::string>{"resting"});
    CHECK(result.recording.diagnostics.empty());
  }
}

TEST_CASE("mfer: texts in sets that are not read are left out and said") {
  MferFile file;
  file.extra = MferWriter::item(3, "JIS X0208") + MferWriter::item(0x81, "\x1B$B;3ED\x1B(B");
  auto result = readBytes(writeMfer(file));
  CHECK(result.patient.name.empty());
  CHECK(!diagnosticOf(result.recording, "text-not-read").empty());
  file.extra = MferWriter::item(3, "UTF-8") + MferWriter::item(0x81, "\xE5\xB1\xB1");
  CHECK(readBytes(writeMfer(file)).patient.name == "\xE5\xB1\xB1");
  file.extra = MferWriter::item(3, "ISO 8859-1") + MferWriter::item(0x81, "J\xFCrgen");
  CHECK(readBytes(writeMfer(file)).patient.name == "J\xC3\xBCrgen");
}

TEST_CASE("mfer: filters, annotations and skew are said") {
  MferFile file;
  file.extra = MferWriter::item(0x11, "HPF=0.05") + MferWriter::item(0x11, "BEF=50^hum filter") +
               MferWriter::item(0x11, "written by John") + MferWriter::item(0x41, "12345678") +
               MferWriter::item(0x42, "123456x") + MferWriter::item(0x43, "1234");
  const auto r = readBytes(writeMfer(file)).recording;
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: high-pass 0.05 Hz, band-stop 50 Hz, a "
        "filter.");
  CHECK(diagnosticOf(r, "annotations") == "2 annotations were not read.");
  CHECK(!diagnosticOf(r, "sample-skew").empty());
}

TEST_CASE("mfer: without a resolution the caller is asked") {
  MferFile file;
  file.resolution = 0;
  const std::string bytes = writeMfer(file);
  const std::string question = refusal(mferFormat(), "x.mwf", bytes, "unit-unknown");
  CHECK(question.find("suggests") != std::string::npos);
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  CHECK(readBytes(bytes, options).recording.lead(1)[3] == 0.2f);
}

TEST_CASE("mfer: a cut waveform is read as far as it goes") {
  MferFile file;
  std::string bytes = writeMfer(file);
  bytes.resize(bytes.size() - 2 - 3);
  auto r = readBytes(bytes).recording;
  CHECK(r.length == 4);
  CHECK(r.lead(0)[3] == -163.84f);
  CHECK(r.lead(1)[1] == 0.1f);
  CHECK(std::isnan(r.lead(1)[2]));
  CHECK(!diagnosticOf(r, "truncated-tail").empty());
  bytes.resize(bytes.size() - 12);
  refusal(mferFormat(), "x.mwf", bytes.substr(0, bytes.size() - 1), "truncated");
  refusal(mferFormat(), "x.mwf", bytes.substr(0, 60), "truncated");
  file.after = MferWriter::item(0x16, "a note that is cut");
  bytes = writeMfer(file);
  r = readBytes(bytes.substr(0, bytes.size() - 10)).recording;
  CHECK(r.length == 4);
  CHECK(!diagnosticOf(r, "truncated-tail").empty());
}

TEST_CASE("mfer: sequences by the length of the data, or of single channels") {
  const MferWriter w;
  MferFile file;
  file.before = MferWriter::item(6, "");
  CHECK(readBytes(writeMfer(file)).recording.length == 4);
  file.before = MferWriter::channel(1, w.number(6, 1, 1));
  file.samples = {1, 2, 10, 20, 3, 4};
  const auto r = readBytes(writeMfer(file)).recording;
  CHECK(r.length == 4);
  CHECK(r.lead(0)[3] == 0.02f);
  CHECK(r.lead(1)[1] == 0.1f);
  CHECK(std::isnan(r.lead(1)[3]));
}

TEST_CASE("mfer: groups, indefinite lengths and many channels") {
  const MferWriter w;
  MferFile file;
  file.before = putNumber(0x67, 1) + putNumber(0x80, 1) + MferWriter::channel(1, w.lead(64), true) +
                putNumber(0, 2);
  CHECK(readBytes(writeMfer(file)).recording.leads[1].name == "aVF");
  file.block = 1;
  file.codes.assign(200, 2);
  file.samples.assign(200, 1);
  file.before = MferWriter::channel(199, w.lead(1));
  const auto r = readBytes(writeMfer(file)).recording;
  REQUIRE(r.leads.size() == 200);
  CHECK(r.leads[199].name == "I");
  CHECK(!diagnosticOf(r, "duplicate-lead").empty());
}

TEST_CASE("mfer: what cannot be read is refused by name") {
  const MferWriter w;
  const std::pair<std::string, const char*> wrong[] = {
      {w.number(10, 9, 1), "unsupported-compression"},
      {w.number(14, 1, 2), "unsupported-compression"},
      {w.number(10, 12, 1), "bad-header"},
      {w.number(4, 0, 1), "bad-header"},
      {w.number(5, 0, 1), "bad-header"},
      {w.number(5, 5000, 2), "bad-header"},
      {w.number(5, 500, 2), "bad-header"},
      {w.number(6, 1, 5), "bad-header"},
      {w.scaled(12, 0, 0, 0), "bad-header"},
      {w.scaled(12, 0, 120, 1), "bad-header"},
      {MferWriter::item(12, "xx"), "bad-header"},
      {MferWriter::item(1, "\x05"), "bad-header"},
      {putNumber(0x16, 1) + putNumber(0x85, 1) + "xxxxx", "bad-header"},
      {putNumber(0x67, 1) + putNumber(0x80, 1) + MferWriter::item(0x16, "no end"), "truncated"},
      {MferWriter::channel(0, w.wave({1})), "bad-header"},
      {MferWriter::channel(0, MferWriter::channel(0, "")), "bad-header"}};
  for (const auto& [definition, code] : wrong) {
    MferFile file;
    file.before = definition;
    refusal(mferFormat(), "x.mwf", writeMfer(file), code);
  }
  refusal(mferFormat(), "x.mwf", w.order() + w.number(4, 2, 1), "no-signal");
  refusal(mferFormat(), "x.mwf", "", "no-signal");
  refusal(mferFormat(), "x.mwf", typed(w, 4, std::string(4, 'x')), "no-signal");
  std::string many = w.order();
  for (int i = 0; i < 70; ++i) many += w.scaled(12, 0, -6, i + 1) + w.wave({1});
  refusal(mferFormat(), "x.mwf", many, "bad-header");
}

TEST_CASE("mfer: recognised without its preamble, and nothing else is") {
  MferFile file;
  file.preamble = false;
  const std::string bytes = writeMfer(file);
  CHECK(mferFormat().sniff(oneFile("x.mwf", bytes)) == Match::possible);
  CHECK(readBytes(bytes).recording.length == 4);
  const std::string other = "@  MFER  ECG";
  CHECK(mferFormat().sniff(oneFile("x.mwf", other)) == Match::certain);
  for (const std::string& text : {std::string(), std::string("@"), std::string(64, '\0'),
                                  std::string("time,I,II\n0,1,2\n"), std::string("@relation mfer")})
    CHECK(mferFormat().sniff(oneFile("x.csv", text)) == Match::none);
}
