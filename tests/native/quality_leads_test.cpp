#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <limits>

#include "preprocess/leads/names.h"
#include "preprocess/quality/quality.h"
#include "tests/support/quality_checks.h"

using namespace ecg;
using namespace ecg::testing;

namespace {

std::string codesSwapped(Electrode a, Electrode b) {
  SimulatedEcg settings;
  settings.disturbance.muscle = 5;
  settings.disturbance.swapped = {{a, b}};
  const Quality quality = qualityOf(settings);
  CHECK(quality.verdict != Verdict::unusable);
  return codesOf(quality);
}

Recording cleanEcg() { return simulate({}).recording; }

}  // namespace

TEST_CASE("quality: swapped electrodes leave a recording usable, with the reason") {
  CHECK(codesSwapped(Electrode::LA, Electrode::RA) == "arm-electrodes-reversed");
  CHECK(codesSwapped(Electrode::RA, Electrode::LL) == "limb-electrodes-reversed");
  CHECK(codesSwapped(Electrode::V1, Electrode::V3) == "precordial-electrodes-reversed");
  CHECK(codesSwapped(Electrode::RA, Electrode::RL) == "low-signal II, right-leg-electrode");
}

TEST_CASE("quality: which electrodes were swapped is said") {
  SimulatedEcg settings;
  settings.disturbance.swapped = {{Electrode::V1, Electrode::V2}};
  const Quality quality = qualityOf(settings);
  REQUIRE(codesOf(quality) == "precordial-electrodes-reversed");
  CHECK(quality.reasons[0].message ==
        "The recording looks as if electrodes V1 and V2 were swapped: check electrodes V1 to V6, "
        "and record again.");
}

TEST_CASE("quality: hearts of other axes are no swapped electrodes") {
  for (const double axis : {-45.0, -20.0, 0.0, 30.0, 60.0, 90.0, 105.0}) {
    SimulatedEcg settings;
    settings.qrs.axis = axis;
    CAPTURE(axis);
    CHECK(!complains(qualityOf(settings), "arm-electrodes-reversed"));
    CHECK(!complains(qualityOf(settings), "limb-electrodes-reversed"));
  }
}

TEST_CASE("quality: limb leads that do not add up") {
  for (const char* name : {"III", "aVR", "aVL", "aVF"}) {
    Recording recording = cleanEcg();
    const auto lead = static_cast<std::size_t>(
        std::find(standardLeads.begin(), standardLeads.end(), name) - standardLeads.begin());
    float* x = recording.lead(lead);
    for (std::size_t t = 0; t < recording.length; ++t) x[t] = -x[t];
    CAPTURE(name);
    const Quality quality = qualityOf(recording);
    CHECK(complains(quality, "einthoven"));
    CHECK(quality.verdict == Verdict::usable);
  }
}

TEST_CASE("quality: rounding and noise keep Einthoven's law") {
  SimulatedEcg settings;
  settings.disturbance.resolution = 10;
  settings.disturbance.muscle = 30;
  CHECK(!complains(qualityOf(settings), "einthoven"));
}

TEST_CASE("quality: doubled leads") {
  Recording recording = cleanEcg();
  std::copy(recording.lead(7), recording.lead(7) + recording.length, recording.lead(9));
  const Quality quality = qualityOf(recording);
  CHECK(complains(quality, "duplicate-leads", "V4"));
  CHECK(quality.verdict == Verdict::usable);
  for (const QualityReason& reason : quality.reasons)
    if (reason.code == "duplicate-leads")
      CHECK(reason.message.find("same signal as lead V2") != std::string::npos);
}

TEST_CASE("quality: a single lead") {
  SimulatedEcg settings;
  settings.leads = {"I"};
  settings.seconds = 30;
  settings.samplingRate = 512;
  settings.disturbance.muscle = 10;
  Quality quality = qualityOf(settings);
  CHECK_MESSAGE(quality.verdict == Verdict::good, codesOf(quality));
  CHECK(quality.windows == 3);
  settings.disturbance.muscle = 600;
  quality = qualityOf(settings);
  CHECK(quality.verdict == Verdict::unusable);
  CHECK(complains(quality, "muscle-noise"));
}

TEST_CASE("quality: of few leads one that is fit is enough") {
  SimulatedEcg settings;
  settings.leads = {"II", "V1", "V5"};
  settings.disturbance.flat = {"V1"};
  const Quality quality = qualityOf(settings);
  CHECK(quality.verdict == Verdict::usable);
  CHECK(codesOf(quality) == "flat V1");
}

TEST_CASE("quality: a long recording is judged by its windows") {
  SimulatedEcg settings;
  settings.leads = {"II", "V5"};
  settings.seconds = 1200;
  settings.samplingRate = 250;
  Recording recording = simulate(settings).recording;
  const auto lose = [&](double from, double to) {
    for (std::size_t l = 0; l < 2; ++l)
      std::fill(recording.lead(l) + static_cast<std::size_t>(from * 250),
                recording.lead(l) + static_cast<std::size_t>(to * 250), 0.0f);
  };
  lose(0, 60);
  Quality quality = qualityOf(recording);
  CHECK(quality.windows == 120);
  CHECK(quality.unusableWindows == 6);
  CHECK_MESSAGE(quality.verdict == Verdict::good, codesOf(quality));
  lose(0, 300);
  quality = qualityOf(recording);
  CHECK(quality.verdict == Verdict::usable);
  CHECK(complains(quality, "flat"));
  CHECK(quality.reasons[0].message.find("(In 30 of 120 stretches.)") != std::string::npos);
  lose(0, 700);
  CHECK(qualityOf(recording).verdict == Verdict::unusable);
}
