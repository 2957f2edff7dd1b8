#include <doctest/doctest.h>

#include <cmath>
#include <string>

#include "preprocess/formats/wfdb_signals.h"
#include "tests/support/expect_error.h"
#include "tests/support/owned_files.h"
#include "tests/support/wfdb_writer.h"

using namespace ecg::test;

namespace {

constexpr int allFormats[] = {8, 16, 24, 32, 61, 80, 160, 212, 310, 311};

std::string line(const std::string& fileAndFormat, const Samples& samples,
                 const std::string& lead) {
  return fileAndFormat + " 100/mV 12 0 " + std::to_string(samples.empty() ? 0 : samples[0]) + " " +
         std::to_string(checksumOf(samples)) + " 0 " + lead + "\n";
}

ecg::Recording readFrom(const OwnedFiles& files) {
  return ecg::readRecording(files.set()).recording;
}

void checkLead(const ecg::Recording& recording, std::size_t lead, const Samples& samples) {
  REQUIRE(recording.length == samples.size());
  for (std::size_t t = 0; t < samples.size(); ++t)
    REQUIRE(recording.lead(lead)[t] == static_cast<float>(samples[t] / 100.0));
}

}  // namespace

TEST_CASE("WFDB: every sample format round-trips, extremes and partial last groups included") {
  for (int format : allFormats) {
    for (std::size_t count : {1, 2, 3, 4, 5, 6, 7, 100, 101, 30000}) {
      CAPTURE(format);
      CAPTURE(count);
      Samples samples = ramp(count, leastSample(format), greatestSample(format));
      // Differences of format 8 must fit a byte.
      if (format == 8) samples = ramp(count, -60, 60);
      Samples stored = format == 8 ? differences(samples, samples[0]) : samples;
      OwnedFiles files;
      files.add("r.hea", "r 1 500 " + std::to_string(count) + "\n" +
                             line("r.dat " + std::to_string(format), samples, "II"));
      files.add("r.dat", encodeWfdb(format, stored));
      const auto recording = readFrom(files);
      CHECK(recording.diagnostics.empty());
      CHECK(recording.samplingRate == 500);
      checkLead(recording, 0, samples);
    }
  }
}

TEST_CASE("WFDB: signals interleave frame by frame in every format") {
  for (int format : allFormats) {
    CAPTURE(format);
    const Samples a = ramp(333, -60, 60);
    const Samples b = ramp(333, -30, 40);
    const Samples c = ramp(333, 5, 7);
    Samples stored = interleave({a, b, c});
    if (format == 8)
      stored = interleave({differences(a, a[0]), differences(b, b[0]), differences(c, c[0])});
    const std::string file = "r.dat " + std::to_string(format) + "+5";
    std::vector<std::uint8_t> bytes = {1, 2, 3, 4, 5};
    for (std::uint8_t byte : encodeWfdb(format, stored)) bytes.push_back(byte);
    OwnedFiles files;
    files.add("r.hea",
              "r 3 500 333\n" + line(file, a, "I") + line(file, b, "II") + line(file, c, "V1"));
    files.add("r.dat", bytes);
    const auto recording = readFrom(files);
    CHECK(recording.diagnostics.empty());
    checkLead(recording, 0, a);
    checkLead(recording, 1, b);
    checkLead(recording, 2, c);
  }
}

TEST_CASE("WFDB: without a length the signal file's size says it") {
  for (int format : allFormats) {
    CAPTURE(format);
    for (std::size_t count : {1, 2, 3, 4, 5, 99}) {
      if (ecg::wfdb::samplesInBytes(format, ecg::wfdb::bytesForSamples(format, count)) != count)
        continue;  // format 310 writes two samples and three in as many bytes
      const Samples samples = ramp(count, -60, 60);
      OwnedFiles files;
      files.add("r.hea", "r 1 500\n" + line("r.dat " + std::to_string(format), samples, "II"));
      const Samples stored = format == 8 ? differences(samples, samples[0]) : samples;
      files.add("r.dat", encodeWfdb(format, stored));
      const auto recording = readFrom(files);
      CHECK(hasDiagnostic(recording, "length-from-file"));
      checkLead(recording, 0, samples);
    }
  }
}

TEST_CASE("WFDB: the value that means no sample becomes NaN in the formats that have one") {
  for (int format : allFormats) {
    const auto invalid = ecg::wfdb::invalidSample(format);
    CAPTURE(format);
    CHECK(invalid.has_value() == (format != 8));
    if (!invalid) continue;
    OwnedFiles files;
    files.add("r.hea", "r 1 500 3\nr.dat " + std::to_string(format) + " 100/mV 0 0 0 0 0 II\n");
    files.add("r.dat", encodeWfdb(format, {1, *invalid, *invalid + 1}));
    const auto recording = readFrom(files);
    CHECK(recording.samples[0] == 0.01f);
    CHECK(std::isnan(recording.samples[1]));
    CHECK(recording.samples[2] == static_cast<float>((*invalid + 1.0) / 100));
    CHECK(hasDiagnostic(recording, "missing-samples"));
  }
}

TEST_CASE("WFDB: skew takes samples from later frames and leaves NaN at the end") {
  const Samples a = ramp(50, -60, 60);
  OwnedFiles files;
  files.add("r.hea", "r 2 500 50\nr.dat 212 100/mV 0 0 0 0 0 I\nr.dat 212:3 100/mV 0 0 0 0 0 II\n");
  files.add("r.dat", encodeWfdb(212, interleave({a, a})));
  const auto recording = readFrom(files);
  for (std::size_t t = 0; t < 47; ++t) REQUIRE(recording.lead(1)[t] == recording.lead(0)[t + 3]);
  for (std::size_t t = 47; t < 50; ++t) REQUIRE(std::isnan(recording.lead(1)[t]));
}

TEST_CASE("WFDB: several samples a frame are averaged, rounded toward zero, and it is said") {
  const Samples fast = {1, 2, 4, -1, -2, -4, -32768, -32768, -32768, 3, 3, 3};
  const Samples slow = {10, 20, 30, 40};
  OwnedFiles files;
  files.add("r.hea", "r 2 125 4\nr.dat 16x3 100/mV 0 0 0 0 0 I\nr.dat 16 100/mV 0 0 0 0 0 II\n");
  files.add("r.dat", encodeWfdb(16, interleave({fast, slow}, {3, 1})));
  const auto recording = readFrom(files);
  CHECK(recording.samplingRate == 125);
  CHECK(recording.lead(0)[0] == 0.02f);
  CHECK(recording.lead(0)[1] == -0.02f);
  CHECK(std::isnan(recording.lead(0)[2]));
  CHECK(recording.lead(0)[3] == 0.03f);
  checkLead(recording, 1, slow);
  CHECK(hasDiagnostic(recording, "frames-averaged"));
  CHECK_FALSE(hasDiagnostic(recording, "invalid-averaged"));
}

TEST_CASE("WFDB: format 8 starts from the initial value") {
  OwnedFiles files;
  files.add("r.hea", "r 1 500 3\nr.dat 8 100/mV 10 0 500 0 0 I\n");
  files.add("r.dat", encodeWfdb(8, {0, 5, -10}));
  const auto recording = readFrom(files);
  CHECK(recording.samples == std::vector<float>{5.0f, 5.05f, 4.95f});
}

TEST_CASE("WFDB: the Challenges' .mat signal files, checked against their own header") {
  const std::string header =
      "r 2 500 3\nr.mat 16+24 1000/mv 16 0 0 0 0 I\n"
      "r.mat 16+24 1000/mv 16 0 0 0 0 aVR\n";
  const auto mat = [](std::uint8_t type, std::uint8_t columns) {
    std::vector<std::uint8_t> bytes = {type, 0, 0, 0, 2, 0, 0, 0, columns, 0,   0,   0,
                                       0,    0, 0, 0, 4, 0, 0, 0, 'v',     'a', 'l', 0};
    for (std::uint8_t byte : encodeWfdb(16, {1, 2, 3, 4, 5, -6})) bytes.push_back(byte);
    return bytes;
  };
  auto recording = readFrom(OwnedFiles().add("r.hea", header).add("r.mat", mat(30, 3)));
  CHECK(recording.diagnostics.empty());
  CHECK(recording.lead(1)[2] == -0.006f);
  CHECK(recording.leads[0].unit == "mV");
  recording = readFrom(OwnedFiles().add("r.hea", header).add("r.mat", mat(30, 4)));
  CHECK(hasDiagnostic(recording, "mat-header-mismatch"));
  CHECK(refusal(OwnedFiles().add("r.hea", header).add("r.mat", mat(0, 3)).set()).code ==
        "bad-signal-file");
  const std::string level5 = "MATLAB 5.0 MAT-file" + std::string(100, ' ');
  CHECK(refusal(OwnedFiles().add("r.hea", header).add("r.mat", level5).set()).code ==
        "bad-signal-file");
}
