#include "preprocess/beats/median_beat.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/beats/beats.h"
#include "tests/support/ecg_simulator.h"

namespace ecg {
namespace {

MedianBeats medianOf(const Recording& recording) {
  return medianBeats(recording, findBeats(recording));
}

}  // namespace

TEST_CASE("median beat: noise goes, the beat stays") {
  testing::SimulatedEcg settings;
  settings.seconds = 60;
  const MedianBeats clean = medianOf(testing::simulate(settings).recording);
  settings.disturbance.muscle = 40;
  const MedianBeats noisy = medianOf(testing::simulate(settings).recording);
  REQUIRE(clean.samples.size() == 12);
  REQUIRE(noisy.samples.size() == 12);
  CHECK(clean.beats == 64);
  CHECK(clean.samplingRate == 500);
  CHECK(clean.samples[1].size() == 450);
  double squares = 0;
  for (std::size_t i = 0; i < 450; ++i)
    squares += std::pow(noisy.samples[1][i] - clean.samples[1][i], 2);
  CHECK(std::sqrt(squares / 450) < 0.015);
  const auto& lead = clean.samples[1];
  CHECK(std::max_element(lead.begin(), lead.end()) - lead.begin() ==
        doctest::Approx(static_cast<double>(clean.rPeak)).epsilon(0.03));
}

TEST_CASE("median beat: ectopic beats and missing samples do not count") {
  testing::SimulatedEcg settings;
  settings.seconds = 30;
  const MedianBeats plain = medianOf(testing::simulate(settings).recording);
  settings.ectopy.every = 5;
  Recording recording = testing::simulate(settings).recording;
  std::fill_n(recording.lead(7) + 4000, 300, std::numeric_limits<float>::quiet_NaN());
  const MedianBeats some = medianOf(recording);
  REQUIRE(some.samples.size() == 12);
  for (std::size_t l = 0; l < 12; ++l)
    for (std::size_t i = 0; i < 450; ++i)
      CHECK(some.samples[l][i] == doctest::Approx(plain.samples[l][i]).scale(1).epsilon(0.03));
}

TEST_CASE("median beat: none without beats") {
  Recording empty;
  CHECK(medianOf(empty).samples.empty());
  empty.leads = {{"I", "I", "mV"}};
  empty.samplingRate = 500;
  empty.length = 5000;
  empty.samples.assign(5000, 0);
  CHECK(medianOf(empty).beats == 0);
}

}  // namespace ecg
