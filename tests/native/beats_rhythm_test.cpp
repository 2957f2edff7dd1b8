#include <doctest/doctest.h>

#include <cmath>

#include "tests/support/beat_checks.h"

using namespace ecg::testing;
using ecg::BeatClass;

namespace {

void checkAllFound(const Recovered& found) {
  const Mismatch wrong = mismatch(found.simulated.truth.beats, found.beats);
  CHECK(wrong.missed == 0);
  CHECK(wrong.extra == 0);
}

/// Each beat has the class that it was made with.
void checkClasses(const Recovered& found) {
  checkAllFound(found);
  const auto &truth = found.simulated.truth.beats.all, &beats = found.beats.all;
  REQUIRE(beats.size() == truth.size());
  for (std::size_t b = 0; b < beats.size(); ++b) {
    CAPTURE(b);
    CHECK(beats[b].beatClass == truth[b].beatClass);
  }
}

const std::vector<std::vector<std::string>> fewLeads = {{"I"}, {"II"}, {"V5"}, {"II", "V5"}};

}  // namespace

TEST_CASE("beats: atrial fibrillation has no P waves, and says why there is no PR") {
  for (std::uint64_t seed = 1; seed <= 10; ++seed) {
    SimulatedEcg ecg;
    ecg.seed = seed;
    ecg.rhythm = Rhythm::atrialFibrillation;
    ecg.heartRate = 60 + 5 * static_cast<double>(seed);
    const Recovered found = recover(ecg);
    CAPTURE(seed);
    checkAllFound(found);
    CHECK(std::isnan(found.measured.pr.value));
    CHECK(!found.measured.pr.reason.empty());
    CHECK(std::isnan(found.measured.axis.p.value));
    CHECK(!found.measured.axis.p.reason.empty());
    CHECK(found.measured.rhythm == "irregular");
    CHECK(std::abs(found.measured.heartRate.value - found.simulated.truth.heartRate) < 1);
  }
}

TEST_CASE("beats: ventricular premature beats are told from the rhythm's") {
  for (const int every : {2, 3, 5})
    for (const double heartRate : {60.0, 75.0, 90.0})
      for (const double axis : {-30.0, 45.0, 90.0}) {
        SimulatedEcg ecg;
        ecg.heartRate = heartRate;
        ecg.qrs.axis = axis;
        ecg.ectopy.every = every;
        CAPTURE(every);
        CAPTURE(heartRate);
        CAPTURE(axis);
        checkClasses(recover(ecg));
      }
}

TEST_CASE("beats: intervals are those of the normal beats") {
  SimulatedEcg ecg;
  ecg.ectopy.every = 3;
  const Recovered found = recover(ecg);
  CHECK(found.measured.qrs.value == doctest::Approx(90).epsilon(0.12));
  CHECK(found.measured.pr.value == doctest::Approx(160).epsilon(0.07));
  CHECK(found.measured.qt.value == doctest::Approx(found.simulated.truth.qt).epsilon(0.05));
}

TEST_CASE("beats: sinus arrhythmia keeps its P waves") {
  SimulatedEcg ecg;
  ecg.breathing = 0.15;
  ecg.heartRate = 65;
  const Recovered found = recover(ecg);
  checkAllFound(found);
  CHECK(found.measured.pr.value == doctest::Approx(160).epsilon(0.07));
}

TEST_CASE("beats: one or two leads are enough") {
  MeasurementErrors errors;
  Errors qrs;
  for (const auto& leads : fewLeads)
    for (const double heartRate : {45.0, 75.0, 120.0}) {
      SimulatedEcg ecg;
      ecg.leads = leads;
      ecg.heartRate = heartRate;
      ecg.pr = 130;
      CAPTURE(leads[0]);
      CAPTURE(heartRate);
      const Recovered found = recover(ecg);
      checkAllFound(found);
      errors.add(found);
      if (leads.size() == 1) {  // not all of the QRS of twelve leads shows in one
        const ecg::Wave& shown = found.simulated.truth.beats.leads[0].waves[1].qrs;
        qrs.add(found.measured.qrs, (shown.offset - shown.onset) * 1000);
      }
      CHECK(std::isnan(found.measured.axis.qrs.value));
      CHECK(!found.measured.axis.qrs.reason.empty());
    }
  MESSAGE("one or two leads:" << errors.table());
  CHECK(errors.heartRate.within(1) == 1);
  CHECK(errors.r.within(5) == 1);
  CHECK(errors.st60.within(20) == 1);
  MESSAGE("QRS in a lead, ms: " << qrs.summary());
  // The small q and s waves at its ends (0.06 to 0.15 mV) are not counted in a single lead.
  CHECK(qrs.within(35) == 1);
}

TEST_CASE("beats: a single lead tells bigeminy") {
  for (const char* lead : {"I", "II", "V1"}) {
    SimulatedEcg ecg;
    ecg.leads = {lead};
    ecg.ectopy.every = 2;
    CAPTURE(lead);
    checkClasses(recover(ecg));
  }
}
