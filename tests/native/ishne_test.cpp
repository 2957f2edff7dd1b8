#include "preprocess/formats/ishne/ishne.h"

#include <doctest/doctest.h>

#include "tests/support/ishne_writer.h"
#include "tests/support/put_bytes.h"
#include "tests/support/reader_checks.h"

using ecg::ishneFormat;
using ecg::Match;
using ecg::ReadResult;
using namespace ecg::test;

namespace {

ReadResult readBytes(const std::string& bytes, const ecg::ReadOptions& options = {}) {
  const auto files = oneFile("x.ecg", bytes);
  CHECK(ishneFormat().sniff(files) == Match::certain);
  return ishneFormat().read(files, options);
}

IshneFile longFile(std::size_t length) {
  IshneFile file;
  for (auto& lead : file.samples) {
    lead.resize(length);
    for (std::size_t i = 0; i < length; ++i)
      lead[i] = static_cast<int>(i * 7 % 1000) - (&lead == &file.samples[0] ? 0 : 500);
  }
  return file;
}

}  // namespace

TEST_CASE("ishne: samples, rate, names and units") {
  const auto r = readBytes(writeIshne({})).recording;
  CHECK(r.format == "ishne");
  CHECK(r.samplingRate == 200);
  CHECK(r.length == 3);
  REQUIRE(r.leads.size() == 2);
  CHECK(r.leads[0].name == "II");
  CHECK(r.leads[1].name == "V1");
  CHECK(r.leads[1].unit == "mV");
  CHECK(r.samples == std::vector<float>{0.0025f, -0.005f, 0.0075f, -32.768f, 32.767f, 0.0f});
  CHECK(r.diagnostics.empty());
  CHECK(r.wearable.empty());
}

TEST_CASE("ishne: every lead code has its name") {
  const char* names[] = {"unknown", "generic", "X",  "Y",  "Z",  "I",  "II", "III", "aVR", "aVL",
                         "aVF",     "V1",      "V2", "V3", "V4", "V5", "V6", "ES",  "AS",  "AI"};
  for (int code = 0; code < 20; ++code) {
    IshneFile file;
    file.specs = {code, -9};
    const auto r = readBytes(writeIshne(file)).recording;
    CHECK(r.leads[0].name == names[code]);
    CHECK(r.leads[1].name == "unknown");
  }
  IshneFile file;
  file.specs = {77, 77};
  const auto r = readBytes(writeIshne(file)).recording;
  CHECK(r.leads[0].name == "lead 1");
  CHECK(r.leads[1].name == "lead 2");
}

TEST_CASE("ishne: the patient and the comments are apart from the recording") {
  IshneFile file;
  file.firstName = "J\xFCrgen";
  file.lastName = "Muster";
  file.id = "A-1";
  file.sex = 2;
  file.birth = {7, 6, 1950};
  file.recorded = {31, 12, 1999};
  file.start = {23, 5, 59};
  file.recorder = "digital";
  file.comments = "chest pain at noon";
  const auto patient = readBytes(writeIshne(file)).patient;
  CHECK(patient.name == "J\xC3\xBCrgen Muster");
  CHECK(patient.id == "A-1");
  CHECK(patient.sex == "F");
  CHECK(patient.birthDate == "1950-06-07");
  CHECK(patient.recordedAt == "1999-12-31T23:05:59");
  CHECK(patient.comments == std::vector<std::string>{"digital", "chest pain at noon"});
  const auto nobody = readBytes(writeIshne({})).patient;
  CHECK(nobody.name.empty());
  CHECK(nobody.birthDate.empty());
  CHECK(nobody.recordedAt.empty());
  CHECK(nobody.sex.empty());
}

TEST_CASE("ishne: the sample count is per lead or the total, as the file's size has it") {
  IshneFile file = longFile(1000);
  const auto perLead = readBytes(writeIshne(file)).recording;
  CHECK(perLead.length == 1000);
  CHECK(perLead.diagnostics.empty());
  file.total = true;
  const auto total = readBytes(writeIshne(file)).recording;
  CHECK(total.length == 1000);
  CHECK(total.samples == perLead.samples);
  CHECK(diagnosticOf(total, "sample-count").find("2000: by the size of the file there are 1000") !=
        std::string::npos);
  file.countOffset = -2000;
  const auto unstated = readBytes(writeIshne(file)).recording;
  CHECK(unstated.samples == perLead.samples);
  CHECK(diagnosticOf(unstated, "sample-count").find("does not state") != std::string::npos);
}

TEST_CASE("ishne: a cut file is read as far as it goes, and bytes beyond the count are not") {
  for (const bool total : {false, true}) {
    IshneFile file = longFile(1000);
    file.total = total;
    const std::string whole = writeIshne(file);
    const auto all = readBytes(whole).recording;
    auto r = readBytes(whole.substr(0, whole.size() - 401)).recording;
    CHECK(r.length == 899);
    CHECK(r.samples[898] == all.samples[898]);
    CHECK(r.samples[899] == all.samples[1000]);
    const std::string cut = diagnosticOf(r, "truncated-tail");
    const std::string stated =
        total ? "2000 samples in all, 1000 per lead" : "1000 samples per lead";
    CHECK_MESSAGE(cut.find(stated) != std::string::npos, cut);
    CHECK(cut.find("the file holds 899") != std::string::npos);
    r = readBytes(whole + std::string(100, 'x')).recording;
    CHECK(r.samples == all.samples);
    CHECK(diagnosticOf(r, "sample-count").find("bytes for 1025") != std::string::npos);
  }
}

TEST_CASE("ishne: a wrong checksum is said, an absent one is not") {
  IshneFile file;
  std::string bytes = writeIshne(file);
  CHECK(readBytes(bytes).recording.diagnostics.empty());
  bytes[30] = 'x';
  CHECK(diagnosticOf(readBytes(bytes).recording, "checksum-failed").find("header") !=
        std::string::npos);
  file.checksum = false;
  CHECK(readBytes(writeIshne(file)).recording.diagnostics.empty());
}

TEST_CASE("ishne: lead quality, pacemaker and duplicate leads are said") {
  IshneFile file;
  file.specs = {11, 11};
  file.qualities = {3, 5};
  file.pacemaker = 5;
  const auto r = readBytes(writeIshne(file)).recording;
  CHECK(diagnosticOf(r, "lead-quality") ==
        "The recorder rates: V1 frequent noise, V1 frequent disconnection.");
  CHECK(diagnosticOf(r, "pacemaker") == "The header states a pacemaker: dual chamber, bipolar.");
  CHECK(!diagnosticOf(r, "duplicate-lead").empty());
}

TEST_CASE("ishne: without a resolution or a rate the caller is asked") {
  IshneFile file = longFile(1000);
  file.resolutions = {2500, -9};
  const std::string bytes = writeIshne(file);
  const std::string question = refusal(ishneFormat(), "x.ecg", bytes, "unit-unknown");
  CHECK(question.find("lead V1") != std::string::npos);
  CHECK(question.find("suggests 500") != std::string::npos);
  ecg::ReadOptions options;
  options.unitsPerMillivolt = 200;
  const auto r = readBytes(bytes, options).recording;
  CHECK(r.lead(0)[1] == 7 * 2500 / 1e6f);
  CHECK(r.lead(1)[1] == -493 / 200.0f);
  file = {};
  file.rate = 0;
  refusal(ishneFormat(), "x.ecg", writeIshne(file), "rate-unknown");
  options.samplingRate = 128;
  CHECK(readBytes(writeIshne(file), options).recording.samplingRate == 128);
}

TEST_CASE("ishne: what cannot be read is refused by name") {
  const std::string good = writeIshne({});
  for (std::size_t size : {std::size_t{8}, std::size_t{100}, std::size_t{521}})
    refusal(ishneFormat(), "x.ecg", good.substr(0, size), "truncated");
  refusal(ishneFormat(), "x.ecg", good.substr(0, 522), "no-signal");
  refusal(ishneFormat(), "x.ecg", "something else", "bad-header");
  for (int leads : {0, -1, 13}) {
    std::string bytes = good;
    overwrite(bytes, 156, putNumber(leads, 2));
    refusal(ishneFormat(), "x.ecg", bytes, "bad-header");
  }
  std::string bytes = good;
  overwrite(bytes, 22, putNumber(10, 4));
  refusal(ishneFormat(), "x.ecg", bytes, "bad-header");
  overwrite(bytes, 22, putNumber(1 << 30, 4));
  refusal(ishneFormat(), "x.ecg", bytes, "truncated");
}

TEST_CASE("ishne: annotation files are known and not read") {
  IshneFile file;
  file.magic = "ANN  1.0";
  const std::string annotations = writeIshne(file), signal = writeIshne({});
  CHECK(ishneFormat().sniff(oneFile("x.ann", annotations)) == Match::certain);
  refusal(ishneFormat(), "x.ann", annotations, "annotations-only");
  auto files = oneFile("x.ann", annotations);
  files.push_back(oneFile("x.ecg", signal)[0]);
  const auto r = ishneFormat().read(files, {}).recording;
  CHECK(r.length == 3);
  CHECK(diagnosticOf(r, "annotations") == "The beat annotations were not read.");
  files[0] = files[1];
  CHECK_THROWS_AS(ishneFormat().read(files, {}), ecg::InputError);
  CHECK(ishneFormat().sniff(oneFile("x.csv", "a,b")) == Match::none);
  CHECK(ishneFormat().sniff(oneFile("empty", "")) == Match::none);
}
