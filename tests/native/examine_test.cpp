#include "preprocess/examine.h"

#include <doctest/doctest.h>

#include <cmath>
#include <limits>

#include "tests/support/ecg_simulator.h"

using namespace ecg;

TEST_CASE("examine: a simulated ECG is good, and its rate and beats are those it was made with") {
  testing::SimulatedEcg ecg;
  ecg.heartRate = 72;
  const Examination examination = examine(testing::simulate(ecg).recording);
  CHECK(examination.quality.verdict == Verdict::good);
  CHECK(examination.measurements.heartRate.value == doctest::Approx(72).epsilon(0.02));
  CHECK(examination.measurements.heartRate.beats + 1 == examination.beats.all.size());
  CHECK(examination.quality.windows == 1);
}

TEST_CASE("examine: the pulse that calibrates the leads at the end is no beat and no defect") {
  Recording recording = testing::simulate({}).recording;
  const Examination without = examine(recording);
  recording.ecgLength = recording.length - 400;
  for (std::size_t l = 0; l < recording.leads.size(); ++l)
    for (std::size_t t = recording.ecgLength; t < recording.length; ++t)
      recording.lead(l)[t] = t < recording.ecgLength + 200 ? 0.0F : 1.0F;
  const Examination with = examine(recording);
  CHECK(with.quality.verdict == without.quality.verdict);
  CHECK(with.measurements.heartRate.value ==
        doctest::Approx(without.measurements.heartRate.value).epsilon(0.02));
}

TEST_CASE("examine: nothing, and what is no number, is unusable and has no beats") {
  Recording recording;
  CHECK(examine(recording).quality.verdict == Verdict::unusable);
  for (const float value :
       {0.0F, std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity()}) {
    recording.samplingRate = 500;
    recording.length = 5000;
    recording.leads.assign(1, {"I", "I", "mV"});
    recording.samples.assign(5000, value);
    const Examination examination = examine(recording);
    CHECK(examination.quality.verdict == Verdict::unusable);
    CHECK(examination.beats.all.empty());
    CHECK_FALSE(examination.measurements.heartRate.reason.empty());
    CHECK(std::isnan(examination.measurements.qt.value));
  }
}
