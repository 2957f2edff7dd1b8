// A long recording is cut into stretches: no beat is lost or found twice where they meet.
#include <doctest/doctest.h>

#include <cmath>

#include "preprocess/beats/detect.h"
#include "preprocess/beats/working_signal.h"
#include "tests/support/beat_checks.h"

using namespace ecg::testing;

namespace {

SimulatedEcg tenMinutes() {
  SimulatedEcg ecg;
  ecg.seconds = 600;
  ecg.leads = {"II", "V2", "V5"};
  ecg.samplingRate = 250;
  ecg.jitter = 0.03;
  return ecg;
}

/// Checks each beat against the truth, one to one.
void checkEachBeat(const Recovered& found, double within) {
  const auto &truth = found.simulated.truth.beats.all, &beats = found.beats.all;
  REQUIRE(beats.size() == truth.size());
  for (std::size_t b = 0; b < beats.size(); ++b) {
    CAPTURE(truth[b].waves.qrs.onset);
    CHECK(std::abs(beats[b].waves.qrs.onset - truth[b].waves.qrs.onset) < within);
    CHECK(beats[b].beatClass == truth[b].beatClass);
    CHECK(beats[b].waves.p.found() == truth[b].waves.p.found());
    if (b + 1 < beats.size()) CHECK(beats[b].waves.t.found());
  }
}

}  // namespace

TEST_CASE("beats: ten minutes have each beat once, at the seams too") {
  // Beats fall on the seams, and just before and after them.
  for (const double heartRate : {60.0, 97.0}) {
    SimulatedEcg ecg = tenMinutes();
    ecg.heartRate = heartRate;
    if (heartRate == 60) ecg.jitter = 0;
    if (heartRate == 60) ecg.firstQrs = 0.96;
    CAPTURE(heartRate);
    checkEachBeat(recover(ecg), 0.02);
  }
}

TEST_CASE("beats: an ectopic beat keeps its class at the seams") {
  SimulatedEcg ecg = tenMinutes();
  ecg.ectopy.every = 5;
  const Recovered found = recover(ecg);
  const Mismatch wrong = mismatch(found.simulated.truth.beats, found.beats);
  CHECK(wrong.missed == 0);
  CHECK(wrong.extra == 0);
  const auto &truth = found.simulated.truth.beats.all, &beats = found.beats.all;
  REQUIRE(beats.size() == truth.size());
  for (std::size_t b = 0; b < beats.size(); ++b) CHECK(beats[b].beatClass == truth[b].beatClass);
}

TEST_CASE("beats: times of QRS complexes and beats are the same beats") {
  SimulatedEcg ecg = tenMinutes();
  ecg.disturbance.muscle = 20;
  const Recovered found = recover(ecg);
  const std::vector<double> times = ecg::detectQrs(found.simulated.recording);
  REQUIRE(times.size() == found.beats.all.size());
  for (std::size_t b = 0; b < times.size(); ++b)
    CHECK(std::abs(times[b] - found.beats.all[b].waves.qrs.peak) < 0.15);
}

TEST_CASE("beats: variability over ten minutes is what was set") {
  SimulatedEcg ecg = tenMinutes();
  const Recovered found = recover(ecg);
  const double rr = 60000 / ecg.heartRate;
  CHECK(found.measured.variability.sdnn.value == doctest::Approx(0.03 * rr).epsilon(0.1));
  CHECK(found.measured.variability.rmssd.value == doctest::Approx(0.03 * rr * 1.414).epsilon(0.1));
  CHECK(found.measured.variability.sdnn.beats == found.beats.all.size() - 1);
}

TEST_CASE("beats: a stretch is no longer for a longer recording") {
  ecg::Recording recording = simulate(tenMinutes()).recording;
  const ecg::Stretches stretches(recording);
  REQUIRE(stretches.count() == 10);
  double from = 0;
  for (std::size_t s = 0; s < stretches.count(); ++s) {
    const ecg::Stretch stretch = stretches.cut(s);
    CHECK(stretch.ownFrom == doctest::Approx(from));
    CHECK(stretch.signal.length <= 80 * 500);
    from = stretch.ownTo;
  }
  CHECK(from == doctest::Approx(600));
}
