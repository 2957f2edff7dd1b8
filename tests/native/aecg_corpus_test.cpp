#include <doctest/doctest.h>

#include "preprocess/formats/aecg/aecg.h"
#include "tests/support/reader_checks.h"

using ecg::aecgFormat;
using namespace ecg::test;

TEST_CASE("aecg corpus: the standard's example, its representative beat and what it says") {
  const auto bytes = corpusBytes("hl7_aecg/ecgtoolkit/Example.xml");
  if (!bytes) return;
  const auto result = aecgFormat().read(oneFile("Example.xml", *bytes), {});
  const auto& r = result.recording;
  CHECK(r.leads[9].name == "aVR");
  CHECK(diagnosticOf(r, "several-recordings") ==
        "There are 2 recordings here, of which number 1 was read: "
        "1 rhythm (12 leads), 2 representative beat (12 leads).");
  CHECK(diagnosticOf(r, "filtered") ==
        "The file says that the signal was filtered: low pass 150 Hz, high pass (FIR), "
        "notch 60 Hz (Adaptive).");
  CHECK(result.interpretation == std::vector<std::string>{"Sinus Rhythm"});
  CHECK(result.patient.id == "SBJ-123");
  CHECK(result.patient.name == "Clark");
  CHECK(result.patient.birthDate == "1953-05-08");
  CHECK(result.patient.sex == "M");
  CHECK(result.patient.age == "46");
  CHECK(result.patient.recordedAt == "2002-11-22T09:10:00");
  CHECK(result.patient.comments.size() == 1);
  ecg::ReadOptions second;
  second.recording = 2;
  const auto beat = aecgFormat().read(oneFile("Example.xml", *bytes), second).recording;
  CHECK(beat.samplingRate == 500);
  CHECK(beat.length == 599);
  CHECK(beat.leads.size() == 12);
}
