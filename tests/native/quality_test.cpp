#include "preprocess/quality/quality.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/leads/names.h"
#include "tests/support/quality_checks.h"

using namespace ecg;
using namespace ecg::testing;

namespace {

constexpr std::size_t v3 = 8;

/// Every sentence ends, and says what to do.
void checkSentences(const Quality& quality) {
  for (const QualityReason& reason : quality.reasons) {
    CHECK(!reason.code.empty());
    CHECK(reason.message.size() > 30);
    CHECK((reason.message.back() == '.' || reason.message.back() == ')'));
  }
}

Recording cleanEcg(double seconds = 10) {
  SimulatedEcg settings;
  settings.seconds = seconds;
  return simulate(settings).recording;
}

}  // namespace

TEST_CASE("quality: verdicts have names") {
  CHECK(std::string(verdictName(Verdict::good)) == "good");
  CHECK(std::string(verdictName(Verdict::usable)) == "usable");
  CHECK(std::string(verdictName(Verdict::unusable)) == "unusable");
}

TEST_CASE("quality: a clean recording is good at any rate") {
  for (const double rate : {100.0, 128.0, 257.0, 360.0, 500.0, 1000.0, 4000.0}) {
    SimulatedEcg settings;
    settings.samplingRate = rate;
    settings.disturbance.muscle = 5;
    const Quality quality = qualityOf(settings);
    CAPTURE(rate);
    CHECK(codesOf(quality) == "");
    CHECK(quality.verdict == Verdict::good);
    REQUIRE(quality.leads.size() == 12);
    CHECK(quality.windows == 1);
    CHECK(quality.unusableWindows == 0);
    CHECK(quality.mainsHz == 0);
    CHECK(quality.leads[1].likeness > 0.9);
    CHECK(quality.leads[1].snr > 10);
    CHECK(quality.leads[1].qrs > 0.5);
  }
}

TEST_CASE("quality: hearts that beat otherwise are no defects") {
  SimulatedEcg slow, fast, fibrillating, ectopic, small;
  slow.heartRate = 38;
  fast.heartRate = 150;
  fibrillating.rhythm = Rhythm::atrialFibrillation;
  ectopic.ectopy.every = 3;
  small.qrs.millivolts = 0.45;
  for (const SimulatedEcg& settings : {slow, fast, fibrillating, ectopic, small}) {
    const Quality quality = qualityOf(settings);
    CHECK_MESSAGE(quality.verdict != Verdict::unusable, codesOf(quality));
  }
}

TEST_CASE("quality: a flat lead of twelve") {
  SimulatedEcg settings;
  settings.disturbance.flat = {"V3"};
  const Quality quality = qualityOf(settings);
  CHECK(quality.verdict == Verdict::unusable);
  CHECK(codesOf(quality) == "flat V3");
  CHECK(quality.leads[v3].verdict == Verdict::unusable);
  CHECK(quality.leads[v3].flatSeconds == doctest::Approx(10));
  CHECK(quality.leads[v3 - 1].verdict == Verdict::good);
  CHECK(quality.reasons[0].message ==
        "Lead V3 is flat for 10.0 s: put electrode V3 on again, check the wire, and record again.");
}

TEST_CASE("quality: all leads flat are said once") {
  Recording recording = cleanEcg();
  std::fill(recording.samples.begin(), recording.samples.end(), 1.0f);
  const Quality quality = qualityOf(recording);
  CHECK(quality.verdict == Verdict::unusable);
  CHECK(codesOf(quality) == "flat, no-beats");
  checkSentences(quality);
}

TEST_CASE("quality: missing samples") {
  Recording recording = cleanEcg();
  float* x = recording.lead(v3);
  std::fill(x + 1000, x + 1100, std::numeric_limits<float>::quiet_NaN());
  const Quality some = qualityOf(recording);
  CHECK(codesOf(some) == "missing V3");
  CHECK(some.verdict == Verdict::usable);
  CHECK(some.leads[v3].missing == doctest::Approx(0.02));
  std::fill(x, x + recording.length, std::numeric_limits<float>::quiet_NaN());
  const Quality all = qualityOf(recording);
  CHECK(complains(all, "missing", "V3"));
  CHECK(all.verdict == Verdict::unusable);
}

TEST_CASE("quality: a lead at the limits of the recorder") {
  SimulatedEcg settings;
  settings.disturbance.rail = 0.7;
  const Quality quality = qualityOf(settings);
  CHECK(complains(quality, "clipped"));
  CHECK(quality.verdict == Verdict::usable);
  checkSentences(quality);
}

TEST_CASE("quality: baseline wander") {
  SimulatedEcg settings;
  settings.disturbance.wander = 1.5;
  const Quality quality = qualityOf(settings);
  CHECK(complains(quality, "baseline-wander"));
  CHECK(!complains(quality, "muscle-noise"));
  CHECK(quality.verdict != Verdict::good);
  CHECK(quality.leads[0].wander > 1);
}

TEST_CASE("quality: muscle noise") {
  SimulatedEcg settings;
  settings.disturbance.muscle = 80;
  const Quality quality = qualityOf(settings);
  CHECK(complains(quality, "muscle-noise"));
  CHECK(quality.verdict != Verdict::good);
  CHECK(quality.leads[0].noise == doctest::Approx(80).epsilon(0.25));
  CHECK(!complains(quality, "mains-hum"));
}

TEST_CASE("quality: hum of the mains, of either kind") {
  for (const double mains : {50.0, 60.0})
    for (const double rate : {130.0, 250.0, 500.0, 1000.0}) {
      SimulatedEcg settings;
      settings.samplingRate = rate;
      settings.disturbance.mains = 100;
      settings.disturbance.mainsFrequency = mains;
      const Quality quality = qualityOf(settings);
      CAPTURE(mains);
      CAPTURE(rate);
      CHECK(complains(quality, "mains-hum"));
      CHECK(!complains(quality, "muscle-noise"));
      CHECK(quality.verdict == Verdict::usable);
      CHECK(quality.mainsHz == mains);
      CHECK(quality.leads[0].mains == doctest::Approx(100).epsilon(0.1));
    }
}

TEST_CASE("quality: steps of an electrode that moves") {
  SimulatedEcg settings;
  settings.disturbance.steps = {{Electrode::V4, 4, 3, 0}};
  const Quality quality = qualityOf(settings);
  CHECK(complains(quality, "motion-step", "V4"));
  CHECK(!complains(quality, "motion-step", "V5"));
  CHECK(quality.leads[9].steps == 1);
  CHECK(quality.leads[9].step == doctest::Approx(3).epsilon(0.1));
}

TEST_CASE("quality: low signal") {
  Recording recording = cleanEcg();
  for (float& value : recording.samples) value *= 0.03f;
  const Quality quality = qualityOf(recording);
  CHECK(complains(quality, "low-signal"));
  CHECK(quality.verdict == Verdict::unusable);
}

TEST_CASE("quality: noise without a heart is unusable") {
  SimulatedEcg settings;
  settings.rhythm = Rhythm::none;
  for (const double muscle : {20.0, 100.0, 400.0}) {
    settings.disturbance.muscle = muscle;
    const Quality quality = qualityOf(settings);
    CAPTURE(muscle);
    CHECK(quality.verdict == Verdict::unusable);
    CHECK(!quality.reasons.empty());
  }
}

TEST_CASE("quality: too short or too coarse, and nothing at all") {
  SimulatedEcg settings;
  settings.seconds = 0.5;
  CHECK(codesOf(qualityOf(settings)) == "too-short");
  settings.seconds = 10;
  settings.samplingRate = 20;
  CHECK(codesOf(qualityOf(settings)) == "too-short");
  CHECK(codesOf(assessQuality({}, {})) == "no-signal");
  Recording breathing = cleanEcg();
  for (Lead& lead : breathing.leads) lead.unit = "L";
  CHECK(codesOf(qualityOf(breathing)) == "no-signal");
}
