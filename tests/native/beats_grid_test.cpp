// Synthetic ECGs of known truth are recovered over a grid of rates, intervals, widths and axes.
#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/beat_checks.h"
#include "tests/support/synthetic_ecg.h"

using namespace ecg::testing;

namespace {

template <std::size_t n>
double pick(const double (&values)[n], std::uint64_t& state) {
  return values[splitMix64(state++) % n];
}

/// A sinus rhythm drawn from the grid, its waves apart.
SimulatedEcg drawn(std::uint64_t& state) {
  constexpr double shortestJt = 160;  // ms
  for (;;) {
    SimulatedEcg ecg;
    ecg.samplingRate = pick({100, 250, 360, 500, 1000}, state);
    ecg.heartRate = pick({35, 45, 60, 75, 90, 110, 130, 150, 180}, state);
    ecg.pr = pick({100, 130, 160, 200, 240, 280}, state);
    ecg.p.duration = std::min(110.0, ecg.pr - 20);
    ecg.qrs.duration = pick({70, 85, 100, 120, 140, 160}, state);
    ecg.qrs.axis = pick({-90, -60, -30, 0, 30, 60, 90, 120, 150, 180}, state);
    const double rr = 60000 / ecg.heartRate;
    ecg.qt = std::round(ecg.heartRate == 180 ? 230 : 400 * std::cbrt(rr / 1000));
    if (ecg.pr + ecg.qt < rr && ecg.qt - ecg.qrs.duration >= shortestJt) return ecg;
  }
}

/// Nine of ten errors are within the first limit, and all within the second.
void checkWithin(const Errors& errors, double usual, double most) {
  CHECK(errors.missing() == 0);
  CHECK(errors.within(usual) >= 0.9);
  CHECK(errors.within(most) == 1);
}

}  // namespace

TEST_CASE("beats: synthetic ECGs are recovered over a grid") {
  MeasurementErrors errors, sampledEnough;
  std::uint64_t state = 6000;
  for (int k = 0; k < 70; ++k) {
    const SimulatedEcg ecg = drawn(state);
    CAPTURE(ecg.samplingRate);
    CAPTURE(ecg.heartRate);
    CAPTURE(ecg.pr);
    CAPTURE(ecg.qrs.duration);
    CAPTURE(ecg.qrs.axis);
    const Recovered found = recover(ecg);
    const Mismatch wrong = mismatch(found.simulated.truth.beats, found.beats);
    CHECK(wrong.missed == 0);
    CHECK(wrong.extra == 0);
    for (const ecg::Beat& beat : found.beats.all) CHECK(beat.beatClass == ecg::BeatClass::normal);
    CHECK(found.measured.rhythm == "regular");
    errors.add(found);
    // 10 ms between samples miss the peak of a narrow QRS.
    if (ecg.samplingRate >= 250 || ecg.qrs.duration >= 100) sampledEnough.add(found);
  }
  MESSAGE("errors over the grid:" << errors.table());
  checkWithin(errors.heartRate, 1, 1);
  // The waves begin and end smoothly: where, is a matter of some milliseconds.
  checkWithin(errors.pr, 10, 20);
  checkWithin(errors.qrs, 10, 15);
  checkWithin(errors.qt, 15, 25);
  checkWithin(errors.pAxis, 5, 5);
  checkWithin(errors.qrsAxis, 5, 5);
  checkWithin(errors.tAxis, 5, 5);
  checkWithin(sampledEnough.r, 5, 7.5);
  checkWithin(sampledEnough.s, 5, 7.5);
  checkWithin(errors.r, 5, 20);
  checkWithin(errors.s, 5, 20);
  checkWithin(errors.st60, 20, 20);
}

TEST_CASE("beats: ST levels are recovered") {
  Errors errors;
  for (const double level : {-0.2, -0.1, 0.1, 0.3}) {
    SimulatedEcg ecg;
    ecg.st = {level, level / 2, -level, level, level, level, level / 2, level / 4};
    const Recovered found = recover(ecg);
    for (std::size_t l = 0; l < found.measured.leads.size(); ++l)
      errors.add(found.measured.leads[l].st60, found.simulated.truth.leads[l].st60, 0.001);
  }
  MESSAGE("ST60, uV: " << errors.summary());
  checkWithin(errors, 20, 20);
}

TEST_CASE("beats: beats whose waves overlap are found, and counted right") {
  for (const double heartRate : {150.0, 180.0})
    for (const double width : {80.0, 120.0}) {
      SimulatedEcg ecg;
      ecg.heartRate = heartRate;
      ecg.pr = 140;
      ecg.qrs.duration = width;
      const Recovered found = recover(ecg);
      const Mismatch wrong = mismatch(found.simulated.truth.beats, found.beats);
      CAPTURE(heartRate);
      CAPTURE(width);
      CHECK(wrong.missed == 0);
      CHECK(wrong.extra == 0);
      CHECK(std::abs(found.measured.heartRate.value - found.simulated.truth.heartRate) < 1);
    }
}
