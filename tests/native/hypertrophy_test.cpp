#include <doctest/doctest.h>

#include <algorithm>

#include "preprocess/beats/beats.h"
#include "preprocess/beats/measure.h"
#include "tests/support/ecg_simulator.h"

using namespace ecg;
using namespace ecg::testing;

namespace {

HypertrophyVoltages voltagesOf(const Recording& recording) {
  return measure(recording, findBeats(recording)).hypertrophy;
}

/// V1 of a QS complex: no R wave before it, a tiny one after.
SimulatedEcg withQsInV1() {
  SimulatedEcg settings = withLeftHypertrophy({});
  auto chest = settings.qrs.chest.value_or(std::array<ChestQrs, 6>{});
  chest[0] = {0, -2.2, 0.04};
  settings.qrs.chest = chest;
  return settings;
}

}  // namespace

TEST_CASE("hypertrophy: the voltages that were simulated") {
  const SimulatedRecording ecg = simulate(withLeftHypertrophy({}));
  const auto& leads = ecg.truth.leads;
  const HypertrophyVoltages found = voltagesOf(ecg.recording);
  const double sokolowLyon = std::max(leads[10].r, leads[11].r) - leads[6].s;
  REQUIRE(sokolowLyon > 3.5);
  CHECK(found.sokolowLyon.value == doctest::Approx(sokolowLyon).epsilon(0.05));
  CHECK(found.cornell.value == doctest::Approx(leads[4].r - leads[8].s).epsilon(0.05));
  CHECK(found.rAvl.value == doctest::Approx(leads[4].r).epsilon(0.05));
}

TEST_CASE("hypertrophy: a QS complex in V1 counts as a whole") {
  const SimulatedRecording ecg = simulate(withQsInV1());
  CHECK(voltagesOf(ecg.recording).sokolowLyon.value >
        2.1 + std::max(ecg.truth.leads[10].r, ecg.truth.leads[11].r) * 0.95);
}

TEST_CASE("hypertrophy: which lead is missing is said") {
  SimulatedEcg settings;
  settings.leads = {"I", "II", "V1"};
  const HypertrophyVoltages found = voltagesOf(simulate(settings).recording);
  CHECK(found.sokolowLyon.reason == "Leads V1 and V5 or V6 are needed.");
  CHECK(found.cornell.reason == "Leads V3 and aVL are needed.");
  CHECK(found.rAvl.reason == "Lead aVL is needed.");
}
