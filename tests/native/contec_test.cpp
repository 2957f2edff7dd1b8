#include "preprocess/formats/contec/contec.h"

#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/contec_writer.h"
#include "tests/support/reader_checks.h"

using ecg::contecFormat;
using ecg::Match;
using namespace ecg::test;

namespace {

/// What is known of an ECG90A, and no file says.
ecg::ReadOptions known() {
  ecg::ReadOptions options;
  options.samplingRate = 800;
  options.unitsPerMillivolt = 200;
  return options;
}

}  // namespace

TEST_CASE("contec: eight leads of an ECG90A") {
  const std::string bytes = writeContec({});
  const auto files = oneFile("0000011.ECG", bytes);
  CHECK(contecFormat().sniff(files) == Match::certain);
  const auto result = contecFormat().read(files, known());
  const auto& r = result.recording;
  CHECK(r.format == "contec");
  CHECK(r.samplingRate == 800);
  CHECK(r.length == 2);
  REQUIRE(r.leads.size() == 8);
  const char* names[] = {"II", "III", "V1", "V2", "V3", "V4", "V5", "V6"};
  for (std::size_t lead = 0; lead < 8; ++lead) {
    CHECK(r.leads[lead].name == names[lead]);
    CHECK(r.lead(lead)[0] == static_cast<float>(static_cast<double>(lead) / 200));
  }
  CHECK(r.lead(0)[1] == 1.0f);
  CHECK(r.lead(1)[1] == -1.0f);
  CHECK(r.lead(2)[1] == -10.24f);
  CHECK(std::isnan(r.lead(4)[1]));
  CHECK(result.patient.id == "0000011");
  CHECK(result.patient.name == "Muster");
  CHECK(result.patient.recordedAt == "2020-11-12T18:09:05");
  CHECK(result.patient.sex == "M");
  CHECK(result.patient.age == "51");
}

TEST_CASE("contec: leads without electrodes are left out and named") {
  ContecFile file;
  file.rows.assign(10, {2000, 2100, 0x6800, 0x6800, 0x6800, 0x6800, 0x6800, 0x6800});
  file.sex = 255;
  file.age = 0;
  const std::string bytes = writeContec(file);
  const auto result = contecFormat().read(oneFile("x.ECG", bytes), known());
  CHECK(result.recording.leads.size() == 2);
  CHECK(diagnosticOf(result.recording, "empty-lead") ==
        "Leads without any value were left out: V1, V2, V3, V4, V5, V6.");
  CHECK(result.patient.sex.empty());
  CHECK(result.patient.age.empty());
  file.rows.assign(10, std::vector<int>(8, 0x6800));
  refusal(contecFormat(), "x.ECG", writeContec(file), "no-signal", known());
}

TEST_CASE("contec: rate and scale are asked for, with what is known of the model") {
  const std::string bytes = writeContec({});
  const std::string both = refusal(contecFormat(), "x.ECG", bytes, "unit-unknown");
  CHECK(both.find("an ECG90A writes 200") != std::string::npos);
  CHECK(both.find("an ECG90A writes 800") != std::string::npos);
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 400;
  refusal(contecFormat(), "x.ECG", bytes, "rate-unknown", options);
  options.samplingRate = 0;
  refusal(contecFormat(), "x.ECG", bytes, "bad-option", options);
  options.samplingRate = 1000;
  const auto r = contecFormat().read(oneFile("x.ECG", bytes), options).recording;
  CHECK(r.samplingRate == 1000);
  CHECK(r.lead(0)[1] == 0.5f);
}

TEST_CASE("contec: other models' files are not taken for an ECG90A's") {
  ContecFile file;
  file.zeros = 36;
  CHECK(contecFormat().sniff(oneFile("x.ECG", writeContec(file))) == Match::possible);
  refusal(contecFormat(), "x.ECG", writeContec(file), "unsupported-layout", known());
  file.zeros = 37 + 16;
  refusal(contecFormat(), "x.ECG", writeContec(file), "unsupported-layout", known());
  file = {};
  file.rows[1][3] = 5000;
  refusal(contecFormat(), "x.ECG", writeContec(file), "unsupported-layout", known());
  file = {};
  file.rows.insert(file.rows.begin() + 1, std::vector<int>(8, 0));
  refusal(contecFormat(), "x.ECG", writeContec(file), "unsupported-layout", known());
  const std::string good = writeContec({});
  refusal(contecFormat(), "x.ECG", good.substr(0, 50), "unsupported-layout", known());
  refusal(contecFormat(), "x.ECG", "text", "unsupported-layout", known());
}

TEST_CASE("contec: files that begin otherwise are not recognised") {
  for (auto change : {+[](ContecFile& f) { f.number = "000001x"; },
                      +[](ContecFile& f) { f.time = "2020/11/12 18:09:05"; },
                      +[](ContecFile& f) { f.sex = 7; }}) {
    ContecFile file;
    change(file);
    CHECK(contecFormat().sniff(oneFile("x.ECG", writeContec(file))) == Match::none);
  }
  CHECK(contecFormat().sniff(oneFile("x", "")) == Match::none);
}
