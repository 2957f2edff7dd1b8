#include <doctest/doctest.h>

#include <cmath>

#include "preprocess/formats/wfdb.h"
#include "tests/support/expect_error.h"
#include "tests/support/owned_files.h"
#include "tests/support/wfdb_writer.h"

using namespace ecg::test;

namespace {

ecg::ReadResult readHeader(const std::string& header, const ecg::ReadOptions& options = {}) {
  OwnedFiles files;
  files.add("r.hea", header).add("r.dat", encodeWfdb(16, ramp(12, -100, 100)));
  return ecg::readRecording(files.set(), options);
}

Refusal refuseHeader(const std::string& header) {
  OwnedFiles files;
  files.add("dir/r.hea", header).add("dir/r.dat", encodeWfdb(16, ramp(12, -100, 100)));
  return refusal(files.set());
}

}  // namespace

TEST_CASE("WFDB header: comments, blank lines and CRLF anywhere") {
  const auto result = readHeader(
      "# before\r\n\r\nr 1 360 12 8:26:04 26/10/1994\r\n#  between \r\n"
      "r.dat 16 200(10)/uV 12 5 0 0 0 lead with blanks \r\n"
      "#<age>: 51  <sex>: F  <diagnoses>: (none)\r\n");
  const auto& recording = result.recording;
  CHECK(recording.format == "wfdb");
  CHECK(recording.samplingRate == 360);
  CHECK(recording.leads[0].storedName == "lead with blanks");
  CHECK(recording.leads[0].unit == "mV");
  CHECK(recording.samples[0] == static_cast<float>((-100.0 - 10) / 200 * 1e-3));
  CHECK(result.patient.comments.size() == 3);
  CHECK(result.patient.comments[1] == "between");
  CHECK(result.patient.age == "51");
  CHECK(result.patient.sex == "F");
  CHECK(result.patient.recordedAt == "1994-10-26T08:26:04");
}

TEST_CASE("WFDB header: age, sex and date in the spellings of the databases") {
  auto patient = readHeader(
                     "r 1 500 12 12-May-2020 12:33:59\nr.dat 16 1000/mV 16 0 0 0 0 I\n"
                     "#Age: 74\n#Sex: Male\n#Dx: 59118001\n")
                     .patient;
  CHECK(patient.age == "74");
  CHECK(patient.sex == "M");
  CHECK(patient.recordedAt == "2020-05-12T12:33:59");
  patient = readHeader(
                "r 1 500 12 19:46:25.757\nr.dat 16 1000/mV 16 0 0 0 0 I\n# age: 81\n"
                "# sex: female\n")
                .patient;
  CHECK(patient.age == "81");
  CHECK(patient.sex == "F");
  CHECK(patient.recordedAt == "19:46:25.757");
  patient =
      readHeader("r 1 500 12\nr.dat 16 1000/mV\n#Age: NaN\n#Dosage: 5\n#Sex: Unknown\n").patient;
  CHECK(patient.age.empty());
  CHECK(patient.sex.empty());
}

TEST_CASE("WFDB header: defaults of the standard, each said") {
  auto recording = readHeader("r 1\nr.dat 16\n").recording;
  CHECK(recording.samplingRate == 250);
  CHECK(recording.length == 12);
  CHECK(recording.samples[0] == -0.5f);
  for (const char* code :
       {"sampling-rate-default", "uncalibrated", "length-from-file", "lead-unnamed"}) {
    CAPTURE(code);
    CHECK(hasDiagnostic(recording, code));
  }
  CHECK(recording.leads[0].storedName.empty());
  CHECK(recording.leads[0].name == "signal 0");

  ecg::ReadOptions options;
  options.samplingRate = 500;
  options.unitsPerMillivolt = 1000;
  options.leads = {"avr"};
  recording = readHeader("r 1\nr.dat 16\n", options).recording;
  CHECK(recording.samplingRate == 500);
  CHECK(recording.samples[0] == -0.1f);
  CHECK(recording.leads[0].name == "aVR");
  CHECK_FALSE(hasDiagnostic(recording, "uncalibrated"));

  recording = readHeader("r 1 250/360(5) 12\nr.dat 16 0(0)/mV 12 0 0 0 0 II\n").recording;
  CHECK(recording.samplingRate == 250);
  CHECK(hasDiagnostic(recording, "uncalibrated"));
  CHECK(recording.samples[0] == -0.5f);
  recording = readHeader("r 1 62.4725 12\nr.dat 16 200 12 100\n").recording;
  CHECK(recording.samplingRate == 62.4725);
  CHECK(recording.samples[0] == -1.0f);  // the baseline is the ADC zero
}

TEST_CASE("WFDB header: voltages come in mV, other units as they are") {
  const auto scaled = [](const std::string& unit) {
    return readHeader("r 1 500 12\nr.dat 16 1(0)/" + unit + " 16 0 0 0 0 I\n").recording;
  };
  for (const char* unit : {"uV", "UV", "\xC2\xB5V", "\xCE\xBCV", "\xB5V"})
    CHECK(scaled(unit).samples[0] == -0.1f);
  CHECK(scaled("nV").samples[0] == -1e-4f);
  CHECK(scaled("V").samples[0] == -1e5f);
  CHECK(scaled("mv").samples[0] == -100.0f);
  CHECK(scaled("mv").leads[0].unit == "mV");
  CHECK(scaled("mmHg").leads[0].unit == "mmHg");
  CHECK(scaled("mmHg").samples[0] == -100.0f);
}

TEST_CASE("WFDB header: checksums and negative gains are said, not refused") {
  auto recording = readHeader("r 1 500 12\nr.dat 16 200/mV 16 0 -100 12345 0 I\n").recording;
  CHECK(hasDiagnostic(recording, "checksum-mismatch"));
  recording = readHeader("r 1 500 12\nr.dat 16 -200/mV 16 0 -100 0 0 I\n").recording;
  CHECK(hasDiagnostic(recording, "negative-gain"));
  CHECK(recording.samples[0] == 0.5f);
}

TEST_CASE("WFDB header: what cannot be is refused with the file and the line") {
  struct Bad {
    const char* header;
    const char* code;
    const char* says;
  };
  const Bad cases[] = {
      {"r 1 0 12\nr.dat 16\n", "bad-header", "line 1: the sampling rate"},
      {"r 1 -5 12\nr.dat 16\n", "bad-header", "line 1: the sampling rate"},
      {"r 1 nan 12\nr.dat 16\n", "bad-header", "line 1: the sampling rate"},
      {"r 1 inf 12\nr.dat 16\n", "bad-header", "line 1: the sampling rate"},
      {"r 1 1e999 12\nr.dat 16\n", "bad-header", "line 1: the sampling rate"},
      {"r -1 250 12\nr.dat 16\n", "bad-header", "line 1: the number of signals"},
      {"r 1 250 -12\nr.dat 16\n", "bad-header", "line 1: the number of samples"},
      {"r 1 250 99999999999999999999\nr.dat 16\n", "bad-header", "line 1: the number of samples"},
      {"r 2 250 12\nr.dat 16\n", "bad-header", "2 signals and the header has 1"},
      {"r 1000000 250 12\nr.dat 16\n", "bad-header", "1000000 signals and the header has 1"},
      {"r/5 1 250 12\nx 16\n", "bad-header", "5 segments and the header has 1"},
      {"r 1 250 12\n# c\nr.dat 16 nan/mV\n", "bad-header", "line 3: the gain"},
      {"r 1 250 12\nr.dat 16 inf/mV\n", "bad-header", "line 2: the gain"},
      {"r 1 250 12\nr.dat 16 1e-200/mV\n", "bad-header", "line 2: the gain"},
      {"r 1 250 12\nr.dat 16 200(1e300)/mV\n", "bad-header", "line 2: the baseline"},
      {"r 1 250 12\nr.dat 16:-3 200/mV\n", "bad-header", "line 2: the skew"},
      {"r 1 250 12\nr.dat 16x-3 200/mV\n", "bad-header", "line 2: samples per frame"},
      {"r 1 250 12\nr.dat 16x99999999999 200/mV\n", "bad-header", "line 2: 99999999999 samples"},
      {"r 1 250 12\nr.dat 17 200/mV\n", "unsupported-format", "sample format 17"},
      {"r 1 250 12\nr.dat 532 200/mV\n", "unsupported-format", "sample format 532"},
      {"r 2 250 6\nr.dat 16\nr.dat 212\n", "bad-header", "line 3: r.dat has two sample formats"},
      {"r 0 250 12\n", "no-signal", "without a single sample"},
      {"r 1 250 12\n~ 0 200/mV 0 0 0 0 0 I\n", "no-signal", "without a single sample"},
  };
  for (const Bad& bad : cases) {
    CAPTURE(bad.header);
    const Refusal refused = refuseHeader(bad.header);
    CAPTURE(refused.sentence);
    CHECK(refused.code == bad.code);
    CHECK(refused.says("dir/r.hea"));
    CHECK(refused.says(bad.says));
  }
}

TEST_CASE("WFDB: a signal file shorter than its header says is truncated, whatever it claims") {
  for (const char* record :
       {"r 1 250 13\nr.dat 16\n", "r 1 250 12\nr.dat 16+1\n", "r 1 250 12\nr.dat 16+99999999999\n",
        "r 1 250 12\nr.dat 16x2\n", "r 1 250 4000000000\nr.dat 16\n", "r 1 250 12\nr.dat 32\n",
        "r 1 250 18446744073709551615\nr.dat 16x4294967295\n"}) {
    CAPTURE(record);
    const Refusal refused = refuseHeader(record);
    CHECK(refused.code == "truncated");
    CHECK(refused.says("dir/r.dat"));
    CHECK(refused.says("24; get the whole file"));
  }
  CHECK(refuseHeader("r 1 250 13\nr.dat 16\n").says("needs 26 bytes of it for 13 samples"));
}
