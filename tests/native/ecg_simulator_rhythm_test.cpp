#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/ecg_simulator.h"

using ecg::BeatClass;
using namespace ecg::testing;

namespace {

std::vector<double> intervals(const EcgTruth& truth) {
  std::vector<double> rr;
  const auto& beats = truth.beats.all;
  for (std::size_t k = 1; k < beats.size(); ++k)
    rr.push_back(beats[k].waves.qrs.onset - beats[k - 1].waves.qrs.onset);
  return rr;
}

/// Standard deviation as a share of the mean.
double variation(const std::vector<double>& x) {
  double sum = 0, squares = 0;
  for (double v : x) {
    sum += v;
    squares += v * v;
  }
  const double n = static_cast<double>(x.size());
  return std::sqrt(std::max(0.0, squares / n - sum / n * (sum / n))) / (sum / n);
}

}  // namespace

TEST_CASE("simulator: the heart rate is what was set, at any sampling rate") {
  SimulatedEcg ecg;
  for (double rate : {100.0, 128.0, 257.3, 500.0, 1000.0})
    for (double heartRate : {35.0, 60.0, 97.5, 180.0}) {
      ecg.samplingRate = rate;
      ecg.heartRate = heartRate;
      const auto [recording, truth] = simulate(ecg);
      CHECK(truth.heartRate == doctest::Approx(heartRate));
      CHECK(variation(intervals(truth)) < 1e-6);
      CHECK(recording.durationSeconds() == doctest::Approx(10).epsilon(0.01));
      CHECK(truth.beats.all.size() == std::floor((9.9 - 0.5) * heartRate / 60) + 1);
    }
}

TEST_CASE("simulator: sinus rhythm that jitters and breathes") {
  SimulatedEcg ecg;
  ecg.seconds = 300;
  ecg.leads = {"I"};
  ecg.jitter = 0.03;
  CHECK(variation(intervals(simulate(ecg).truth)) == doctest::Approx(0.03).epsilon(0.15));
  CHECK(simulate(ecg).truth.heartRate == doctest::Approx(70).epsilon(0.01));
  ecg.jitter = 0;
  ecg.breathing = 0.1;
  CHECK(variation(intervals(simulate(ecg).truth)) == doctest::Approx(0.0707).epsilon(0.1));
}

TEST_CASE("simulator: atrial fibrillation is irregular, without P, and never silent") {
  SimulatedEcg ecg;
  ecg.rhythm = Rhythm::atrialFibrillation;
  ecg.seconds = 120;
  const auto [recording, truth] = simulate(ecg);
  const auto rr = intervals(truth);
  CHECK(variation(rr) > 0.2);
  CHECK(truth.heartRate == doctest::Approx(70).epsilon(0.05));
  CHECK(std::isnan(truth.pr));
  CHECK(std::isnan(truth.pAxis));
  double product = 0;  // one interval says nothing of the next
  for (std::size_t k = 1; k < rr.size(); ++k) product += (rr[k] * 70 - 60) * (rr[k - 1] * 70 - 60);
  CHECK(std::abs(product / static_cast<double>(rr.size()) / 225) < 0.2);
  for (const auto& beat : truth.beats.all) CHECK(!beat.waves.p.found());
  const float* v1 = recording.lead(6);
  const auto [low, high] = std::minmax_element(v1, v1 + 150);
  CHECK(*high > 0.05f);
  CHECK(*high < 0.13f);
  CHECK(*low < -0.05f);
}

TEST_CASE("simulator: bigeminy, each wide beat early and followed by a full pause") {
  SimulatedEcg ecg;
  ecg.heartRate = 60;
  ecg.ectopy.every = 2;
  const auto truth = simulate(ecg).truth;
  const auto rr = intervals(truth);
  REQUIRE(truth.beats.all.size() == 10);
  for (std::size_t k = 0; k < 9; ++k) {
    const auto& beat = truth.beats.all[k];
    CHECK(beat.beatClass == (k % 2 == 0 ? BeatClass::normal : BeatClass::ventricular));
    CHECK(beat.waves.p.found() == (k % 2 == 0));
    CHECK(beat.waves.qrs.offset - beat.waves.qrs.onset ==
          doctest::Approx(k % 2 == 0 ? 0.09 : 0.15));
    CHECK(rr[k] == doctest::Approx(k % 2 == 0 ? 0.6 : 1.4));
  }
  ecg.ectopy.every = 0;
  ecg.ectopy.chance = 0.2;
  ecg.seconds = 300;
  ecg.leads = {"II"};
  const auto& beats = simulate(ecg).truth.beats.all;
  const auto ventricular = std::count_if(beats.begin(), beats.end(), [](const ecg::Beat& b) {
    return b.beatClass == BeatClass::ventricular;
  });
  CHECK(ventricular == doctest::Approx(300 * 0.2 / 1.2).epsilon(0.3));
}

TEST_CASE("simulator: a pacemaker's pulse of one millisecond starts each paced beat") {
  SimulatedEcg ecg;
  ecg.rhythm = Rhythm::pacedVentricular;
  ecg.qrs.duration = 160;
  ecg.samplingRate = 8000;
  const auto ventricular = simulate(ecg);
  const auto& beats = ventricular.truth.beats.all;
  REQUIRE(ventricular.truth.spikes.size() == beats.size());
  const float* two = ventricular.recording.lead(1);
  for (std::size_t k = 0; k < beats.size(); ++k) {
    CHECK(beats[k].beatClass == BeatClass::paced);
    CHECK(!beats[k].waves.p.found());
    const double spike = ventricular.truth.spikes[k];
    CHECK(beats[k].waves.qrs.onset - spike == doctest::Approx(0.005));
    const auto t = static_cast<std::size_t>(std::lround((spike + 0.0005) * 8000));
    CHECK(std::abs(two[t]) == doctest::Approx(4 * std::cos(15 * 3.14159265 / 180)).epsilon(0.001));
    CHECK(two[t - 6] == 0);
    CHECK(two[t + 6] == 0);
  }
  ecg.rhythm = Rhythm::pacedDual;
  const auto dual = simulate(ecg).truth;
  CHECK(dual.spikes.size() == 2 * dual.beats.all.size());
  CHECK(dual.beats.all[1].waves.p.onset - dual.spikes[2] == doctest::Approx(0.005));
}

TEST_CASE("simulator: no heart, and the ends of a recording") {
  SimulatedEcg ecg;
  ecg.rhythm = Rhythm::none;
  const auto none = simulate(ecg);
  CHECK(none.truth.beats.all.empty());
  CHECK(std::isnan(none.truth.heartRate));
  CHECK(std::isnan(none.truth.qrs));
  CHECK(std::all_of(none.recording.samples.begin(), none.recording.samples.end(),
                    [](float x) { return x == 0; }));
  ecg.rhythm = Rhythm::sinus;
  ecg.firstQrs = 0.1;
  const auto cut = simulate(ecg);
  CHECK(!cut.truth.beats.all[0].waves.p.found());
  CHECK(cut.truth.beats.all[1].waves.p.found());
  CHECK(cut.recording.lead(1)[0] > 0.05f);
  for (double seconds : {0.0, 0.002, 0.01})
    for (double rate : {1.0, 500.0, 50000.0}) {
      ecg.seconds = seconds;
      ecg.samplingRate = rate;
      ecg.disturbance = {50, 50, 20, 0.1, {{}}, {}, 1, 5, {}, {}};
      CHECK(simulate(ecg).recording.length == std::round(seconds * rate));
    }
}
