#include "tests/support/every_format.h"

#include <doctest/doctest.h>

#include "preprocess/formats/collection.h"
#include "tests/support/numpy_writer.h"
#include "tests/support/owned_files.h"
#include "tests/support/reader_checks.h"

using namespace ecg::test;

namespace {

void checkIsTheEcg(const ecg::Recording& r, const SteppedEcg& ecg) {
  CHECK(r.samplingRate == SteppedEcg::rate);
  REQUIRE(r.length == ecg.steps[0].size());
  REQUIRE(r.leads.size() == ecg.leads.size());
  for (std::size_t lead = 0; lead < r.leads.size(); ++lead) {
    CHECK(r.leads[lead].name == ecg.leads[lead]);
    CHECK(r.leads[lead].unit == "mV");
    std::size_t wrong = 0;
    for (std::size_t t = 0; t < r.length; ++t)
      wrong += r.lead(lead)[t] != static_cast<float>(ecg.steps[lead][t] / 200.0);
    CHECK(wrong == 0);
  }
}

}  // namespace

TEST_CASE("every format: one ECG comes out of each the same, to the last bit") {
  const SteppedEcg ecg = steppedEcg(5000);
  const auto all = everyFormat(ecg);
  for (const auto& file : all) {
    const std::string &name = file.first, &bytes = file.second;
    if (name == "ecg.dat") continue;
    CAPTURE(name);
    OwnedFiles files;
    files.add(name, bytes);
    if (name == "ecg.hea") files.add(all[1].first, all[1].second);
    checkIsTheEcg(ecg::readRecording(files.set()).recording, ecg);
  }
}

TEST_CASE("every format: the names of the files do not matter") {
  const SteppedEcg ecg = steppedEcg(1000);
  for (const auto& file : everyFormat(ecg)) {
    const std::string &name = file.first, &bytes = file.second;
    if (name == "ecg.dat" || name == "ecg.hea") continue;
    CAPTURE(name);
    for (const char* other : {"x", "x.dcm", "x.csv", "x.mat", "x.edf", "x.json"})
      checkIsTheEcg(ecg::readRecording(OwnedFiles().add(other, bytes).set()).recording, ecg);
  }
}

TEST_CASE("every format: all in one ZIP are offered") {
  const SteppedEcg ecg = steppedEcg(1000);
  const auto all = everyFormat(ecg);
  OwnedFiles files;
  files.add("all.zip", writeZip({all, true, false}));
  const ecg::FileSet set = files.set();
  ecg::ReadOptions options;
  for (options.recording = 1; options.recording < all.size(); ++options.recording) {
    const auto r = ecg::readRecording(set, options).recording;
    CAPTURE(r.format);
    CHECK(r.offered.size() == all.size() - 1);
    CHECK(r.number == options.recording);
    checkIsTheEcg(r, ecg);
  }
}
