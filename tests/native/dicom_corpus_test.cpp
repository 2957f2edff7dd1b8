#include <doctest/doctest.h>

#include <algorithm>

#include "preprocess/formats/dicom/dicom.h"
#include "tests/support/reader_checks.h"

using ecg::dicomFormat;
using namespace ecg::test;

TEST_CASE("dicom corpus: implicit VR, rhythm and median beat, a padding value of 0") {
  const std::string path = "dicom/ecgtoolkit/Example.dcm";
  const auto bytes = corpusBytes(path);
  if (!bytes) return;
  const auto result = dicomFormat().read(oneFile("x.dcm", *bytes), {});
  const auto& r = result.recording;
  const char* names[] = {"I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"};
  for (std::size_t i = 0; i < 12; ++i) CHECK(r.leads[i].name == names[i]);
  CHECK(std::none_of(r.samples.begin(), r.samples.end(), [](float x) { return x != x; }));
  CHECK(diagnosticOf(r, "padding-value").find("1269 samples have") == 0);
  CHECK(diagnosticOf(r, "several-recordings").find("2 \"MEDIAN BEAT\": 12 channels, 1.2 s") !=
        std::string::npos);
  CHECK(diagnosticOf(r, "annotations") == "108 annotations were not read.");
  CHECK(result.patient.birthDate == "1953-05-08");
  CHECK(result.patient.sex == "M");
  CHECK(result.patient.recordedAt == "2002-11-22T09:10:00");
}

TEST_CASE("dicom corpus: explicit VR, filters, findings and the median beat by choice") {
  const std::string path = "dicom/pydicom/waveform_ecg.dcm";
  const auto bytes = corpusBytes(path);
  if (!bytes) return;
  const auto result = dicomFormat().read(oneFile("x.dcm", *bytes), {});
  const auto& r = result.recording;
  CHECK(r.leads[0].name == "I");
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: 0.05 to 300 Hz.");
  CHECK(result.interpretation == std::vector<std::string>{"RITMO SINUSALE", "ECG NORMALE"});
  CHECK(diagnosticOf(r, "annotations") == "75 annotations were not read.");
  CHECK(result.patient.age == "42");
  CHECK(result.patient.recordedAt == "2013-01-25T10:59:19");
  ecg::ReadOptions second;
  second.recording = 2;
  const auto median = dicomFormat().read(oneFile("x.dcm", *bytes), second).recording;
  CHECK(median.length == 1200);
  CHECK(!diagnosticOf(median, "derived-waveform").empty());
}
