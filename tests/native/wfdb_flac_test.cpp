#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "preprocess/formats/wfdb.h"
#include "preprocess/formats/wfdb_signals.h"
#include "tests/support/expect_error.h"
#include "tests/support/flac_writer.h"
#include "tests/support/owned_files.h"

using namespace ecg::test;

namespace {

std::string line(const std::string& fileAndFormat, const Samples& samples,
                 const std::string& lead) {
  return fileAndFormat + " 100/mV 12 0 0 " + std::to_string(checksumOf(samples)) + " 0 " + lead +
         "\n";
}

FlacOptions options(unsigned bits, unsigned blockSize = 64) {
  FlacOptions out;
  out.bits = bits;
  out.blockSize = blockSize;
  out.longParameters = bits > 16;
  return out;
}

ecg::Recording readFrom(const OwnedFiles& files) {
  return ecg::readRecording(files.set()).recording;
}

void checkLead(const ecg::Recording& recording, std::size_t lead, const Samples& samples) {
  REQUIRE(recording.length == samples.size());
  for (std::size_t t = 0; t < samples.size(); ++t)
    REQUIRE(recording.lead(lead)[t] == static_cast<float>(samples[t] / 100.0));
}

/// One signal of 12 samples, with this header.
Refusal refuse(const std::string& header, const FlacOptions& how = {}) {
  return refusal(
      OwnedFiles().add("r.hea", header).add("r.dat", encodeFlac({ramp(12, -9, 9)}, how)).set());
}

}  // namespace

TEST_CASE("WFDB FLAC: formats 508, 516 and 524 round-trip, extremes included") {
  for (int format : {508, 516, 524}) {
    const auto bits = static_cast<unsigned>(format - 500);
    const std::int32_t most = (std::int32_t{1} << (bits - 1)) - 1;
    for (std::size_t count : {1, 5, 64, 1000}) {
      CAPTURE(format);
      CAPTURE(count);
      const Samples samples = ramp(count, -most, most);
      for (const std::string& length : {std::to_string(count), std::string()}) {
        const auto recording = readFrom(
            OwnedFiles()
                .add("r.hea", "r 1 500 " + length + "\n" +
                                  line("r.dat " + std::to_string(format), samples, "II"))
                .add("r.dat", encodeFlac({samples}, options(bits))));
        CHECK(recording.diagnostics.size() == (length.empty() ? 1 : 0));
        checkLead(recording, 0, samples);
      }
    }
  }
}

TEST_CASE("WFDB FLAC: the channels of a file are its signals; several files, and fewer bits") {
  std::vector<Samples> channels;
  std::string header = "r 9 500 333\n";
  for (int i = 0; i < 8; ++i) {
    channels.push_back(ramp(333, -100 - i, 50 + i));
    header += line("r.d0 524", channels.back(), "x" + std::to_string(i));
  }
  const Samples last = ramp(333, -7, 7);
  header += line("r.d1 516", last, "V1");
  const auto recording = readFrom(OwnedFiles()
                                      .add("r.hea", header)
                                      .add("r.d0", encodeFlac(channels, options(20)))
                                      .add("r.d1", encodeFlac({last}, options(12, 333))));
  CHECK(recording.diagnostics.empty());
  for (std::size_t i = 0; i < 8; ++i) checkLead(recording, i, channels[i]);
  checkLead(recording, 8, last);
}

TEST_CASE("WFDB FLAC: several samples a frame lie one after another in each channel") {
  const Samples a = ramp(300, -100, 100), b = ramp(300, -500, 900);
  for (unsigned blockSize : {1u, 7u, 64u, 300u}) {
    const auto files = [&](const std::string& format, const std::vector<std::uint8_t>& bytes) {
      const std::string header = "r 2 125 100\n" + line("r.dat " + format, a, "I") +
                                 line("r.dat " + format, b, "II");
      return OwnedFiles().add("r.hea", header).add("r.dat", bytes);
    };
    const auto packed = readFrom(files("516x3", encodeFlac({a, b}, options(16, blockSize))));
    const auto plain = readFrom(files("16x3", encodeWfdb(16, interleave({a, b}, {3, 3}))));
    CHECK(packed.samples == plain.samples);
    CHECK(hasDiagnostic(packed, "frames-averaged"));
    CHECK_FALSE(hasDiagnostic(packed, "checksum-mismatch"));
  }
}

TEST_CASE("WFDB FLAC: the start is counted in samples, skew in frames, the least value is none") {
  Samples samples = ramp(200, -1000, 1000);
  samples[150] = -32768;
  const auto recording =
      readFrom(OwnedFiles()
                   .add("r.hea", "r 2 250 100\nr.dat 516+70 100/mV\nr.dat 516:10+70 100/mV\n")
                   .add("r.dat", encodeFlac({samples, samples}, options(16))));
  for (std::size_t t = 0; t < 100; ++t) {
    if (t != 80) REQUIRE(recording.lead(0)[t] == static_cast<float>(samples[t + 70] / 100.0));
    if (t < 90 && t != 70) REQUIRE(recording.lead(1)[t] == recording.lead(0)[t + 10]);
  }
  CHECK(std::isnan(recording.lead(0)[80]));
  CHECK(std::isnan(recording.lead(1)[95]));
}

TEST_CASE("WFDB FLAC: segments, one of them twice and one in part") {
  const Samples a = ramp(100, -50, 50), b = ramp(40, -5, 5);
  const auto recording = readFrom(OwnedFiles()
                                      .add("r.hea", "r/4 1 250 230\na 100\nb 40\na 60\nb 30\n")
                                      .add("a.hea", "a 1 250 100\na.dat 516 100/mV\n")
                                      .add("b.hea", "b 1 250 40\nb.dat 508 100/mV\n")
                                      .add("a.dat", encodeFlac({a}, options(16)))
                                      .add("b.dat", encodeFlac({b}, options(8))));
  Samples all = a;
  all.insert(all.end(), b.begin(), b.end());
  all.insert(all.end(), a.begin(), a.begin() + 60);
  all.insert(all.end(), b.begin(), b.begin() + 30);
  checkLead(recording, 0, all);
}

TEST_CASE("WFDB FLAC: what contradicts the header is refused") {
  const FlacOptions unknown = [] {
    FlacOptions how;
    how.statedLength = 0;
    return how;
  }();
  CHECK(refuse("r 1 250 12\nr.dat 516\n", unknown).code.empty());
  struct Bad {
    const char* header;
    FlacOptions how;
    const char* code;
    const char* says;
  };
  const Bad cases[] = {
      {"r 1 250 12\nr.dat 508\n", {}, "bad-signal-file", "16 bits and not of up to 8"},
      {"r 2 250 12\nr.dat 516\nr.dat 516\n", {}, "bad-signal-file", "1 FLAC channels and not 2"},
      {"r 2 250 12\nr.dat 516x2\nr.dat 516\n", {}, "bad-header", "line 3: r.dat is a FLAC file"},
      {"r 2 250 12\nr.dat 516\nr.dat 16\n", {}, "bad-header", "two sample formats"},
      {"r 1 250 13\nr.dat 516\n", {}, "truncated", "12 samples per signal and r.hea needs 13"},
      {"r 1 250 12\nr.dat 516+1\n", {}, "truncated", "holds 11 samples"},
      {"r 1 250 12\nr.dat 516+13\n", {}, "truncated", "holds 0 samples"},
      {"r 1 250 12\nr.dat 516x2\n", {}, "truncated", "holds 6 samples"},
      {"r 1 250 13\nr.dat 516\n", unknown, "truncated", "ends before the record does"},
      {"r 1 250 12\nr.dat 516+1\n", unknown, "truncated", "ends before the record does"},
      {"r 1 250\nr.dat 516\n", unknown, "length-unknown", "neither does r.dat"},
      {"r 1 250 12\nr.dat 516+18446744073709551615\n", unknown, "too-large", "compressed"},
      {"r 1 250 12\nr.dat 516x4294967295\n", unknown, "too-large", "compressed"},
      {"r 1 250 400000000\nr.dat 516\n", unknown, "too-large", "400000000 samples"},
  };
  for (const Bad& bad : cases) {
    CAPTURE(bad.header);
    const Refusal refused = refuse(bad.header, bad.how);
    CAPTURE(refused.sentence);
    CHECK(refused.code == bad.code);
    CHECK(refused.says(bad.says));
  }
  const OwnedFiles header = OwnedFiles().add("r.hea", "r 1 250 12\nr.dat 516\n");
  CHECK(refusal(OwnedFiles(header).add("r.dat", "fLaX....").set()).code == "bad-flac");
  CHECK(refusal(OwnedFiles(header).add("r.dat", "fLa").set()).code == "truncated");
  auto damaged = encodeFlac({ramp(12, -9, 9)});
  damaged.back() ^= 1;
  CHECK(refusal(OwnedFiles(header).add("r.dat", damaged).set()).code == "checksum-failed");
}

TEST_CASE("WFDB FLAC: a small file that is long constant signals again and again is refused") {
  FlacOptions how = options(8, 65535);
  how.coding = FlacCoding::constant;
  const Samples flat(65535, 3);
  const std::vector<Samples> channels(8, flat);
  std::string segment = "a 8 250 65535\n", master = "r/60 8 250 60\n";
  for (int i = 0; i < 8; ++i) segment += "a.dat 508 100/mV 0 0 0 0 0 x" + std::to_string(i) + "\n";
  for (int i = 0; i < 60; ++i) master += "a 1\n";
  const auto bytes = encodeFlac(channels, how);
  CHECK(bytes.size() < 100);
  const Refusal refused =
      refusal(OwnedFiles().add("r.hea", master).add("a.hea", segment).add("a.dat", bytes).set());
  CHECK(refused.code == "too-large");
  const auto once = readFrom(OwnedFiles().add("a.hea", segment).add("a.dat", bytes));
  checkLead(once, 7, flat);
}
