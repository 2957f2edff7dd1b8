#include <doctest/doctest.h>

#include "preprocess/beats/detect.h"
#include "tests/support/beat_checks.h"

using namespace ecg::testing;

namespace {

Disturbance noise(double mains, double muscle, double wander) {
  Disturbance out;
  out.mains = mains;
  out.muscle = muscle;
  out.wander = wander;
  return out;
}

/// The errors under a disturbance; every beat is found, and none else.
MeasurementErrors errorsUnder(const Disturbance& disturbance) {
  MeasurementErrors errors;
  for (const double samplingRate : {250.0, 500.0})
    for (const double heartRate : {50.0, 75.0, 120.0}) {
      SimulatedEcg ecg;
      ecg.seed = static_cast<std::uint64_t>(heartRate);
      ecg.samplingRate = samplingRate;
      ecg.heartRate = heartRate;
      ecg.pr = 140;
      ecg.disturbance = disturbance;
      CAPTURE(samplingRate);
      CAPTURE(heartRate);
      const Recovered found = recover(ecg);
      const Mismatch wrong = mismatch(found.simulated.truth.beats, found.beats);
      CHECK(wrong.missed == 0);
      CHECK(wrong.extra == 0);
      errors.add(found);
    }
  MESSAGE("errors:" << errors.table());
  CHECK(errors.heartRate.within(1) == 1);
  CHECK(errors.qrsAxis.within(10) == 1);
  return errors;
}

/// Nothing is found in a recording of all leads, of one and of two.
void checkNothingFound(SimulatedEcg ecg) {
  ecg.rhythm = Rhythm::none;
  for (const std::vector<std::string>& leads : {std::vector<std::string>{}, {"II"}, {"II", "V5"}}) {
    ecg.leads = leads;
    CAPTURE(leads.size());
    CHECK(ecg::detectQrs(simulate(ecg).recording).empty());
  }
}

}  // namespace

TEST_CASE("beats: hum of the mains changes little") {
  const MeasurementErrors errors = errorsUnder(noise(50, 0, 0));
  CHECK(errors.pr.within(15) == 1);
  CHECK(errors.qrs.within(20) == 1);
  CHECK(errors.qt.within(25) == 1);
}

TEST_CASE("beats: baseline wander changes little") {
  const MeasurementErrors errors = errorsUnder(noise(0, 0, 0.3));
  CHECK(errors.pr.within(15) == 1);
  CHECK(errors.qrs.within(20) == 1);
  CHECK(errors.qt.within(25) == 1);
  CHECK(errors.r.within(10) == 1);
}

TEST_CASE("beats: muscle noise widens the limits") {
  const MeasurementErrors errors = errorsUnder(noise(0, 30, 0));
  CHECK(errors.pr.within(25) == 1);
  CHECK(errors.qrs.within(30) == 1);
  CHECK(errors.qt.within(35) == 1);
}

TEST_CASE("beats: beats are found under noise of all kinds, in few leads too") {
  for (const std::vector<std::string>& leads :
       {std::vector<std::string>{}, {"II"}, {"V5"}, {"II", "V5"}})
    for (const double heartRate : {40.0, 75.0, 150.0}) {
      SimulatedEcg ecg;
      ecg.leads = leads;
      ecg.heartRate = heartRate;
      ecg.pr = 120;
      ecg.disturbance = noise(50, 30, 0.3);
      const Recovered found = recover(ecg);
      const Mismatch wrong = mismatch(found.simulated.truth.beats, found.beats);
      CAPTURE(leads.size());
      CAPTURE(heartRate);
      CHECK(wrong.missed == 0);
      CHECK(wrong.extra == 0);
    }
}

TEST_CASE("beats: nothing is found in noise alone") {
  for (const Disturbance& disturbance :
       {noise(0, 0, 0), noise(50, 0, 0), noise(0, 30, 0), noise(0, 300, 0), noise(0, 0, 0.3),
        noise(0, 0, 2), noise(50, 30, 0.3)})
    for (const double samplingRate : {100.0, 500.0}) {
      SimulatedEcg ecg;
      ecg.samplingRate = samplingRate;
      ecg.disturbance = disturbance;
      CAPTURE(disturbance.mains);
      CAPTURE(disturbance.muscle);
      CAPTURE(disturbance.wander);
      checkNothingFound(ecg);
    }
}

TEST_CASE("beats: an electrode that moves is no beat") {
  SimulatedEcg ecg;
  ecg.disturbance.steps = {
      {Electrode::LA, 3, 1, 0}, {Electrode::V3, 6, 0.5, 0.5}, {Electrode::RA, 8, -1, 0.3}};
  checkNothingFound(ecg);
  ecg.disturbance.muscle = 20;
  checkNothingFound(ecg);
}

TEST_CASE("beats: what is flat, empty or of another kind has no beats") {
  ecg::Recording recording = simulate({}).recording;
  for (ecg::Lead& lead : recording.leads) lead.unit = "mmHg";
  CHECK(ecg::detectQrs(recording).empty());
  for (ecg::Lead& lead : recording.leads) lead.unit = "mV";
  for (float& value : recording.samples) value = 1.5f;
  CHECK(ecg::detectQrs(recording).empty());
  CHECK(ecg::detectQrs({}).empty());
}
