#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>

#include "tests/support/ecg_simulator.h"

using ecg::Recording;
using namespace ecg::testing;

namespace {

enum { I, II, III, aVR, aVL, aVF, V1, V2, V3, V4, V5, V6 };

/// What disturbs at once.
Disturbance everything() {
  Disturbance by;
  by.mains = 60;
  by.muscle = 25;
  by.wander = 0.4;
  by.steps = {{Electrode::LA, 3, 0.8, 0.5}, {Electrode::V3, 6, -1, 0}};
  return by;
}

Recording silent(const Disturbance& by, double samplingRate = 500) {
  SimulatedEcg ecg;
  ecg.rhythm = Rhythm::none;
  ecg.samplingRate = samplingRate;
  ecg.disturbance = by;
  return simulate(ecg).recording;
}

/// Number of samples at which a lead is not `sign` times another one.
std::size_t differ(const Recording& a, std::size_t leadA, const Recording& b, std::size_t leadB,
                   float sign = 1) {
  std::size_t count = 0;
  for (std::size_t t = 0; t < a.length; ++t) count += a.lead(leadA)[t] != sign * b.lead(leadB)[t];
  return count;
}

std::size_t brokenSums(const Recording& r) {
  std::size_t count = 0;
  for (std::size_t t = 0; t < r.length; ++t) {
    auto at = [&r, t](std::size_t lead) { return r.lead(lead)[t]; };
    count += at(I) + at(III) != at(II) || at(aVR) + at(aVL) + at(aVF) != 0 ||
             2 * at(aVR) != -(at(I) + at(II)) || at(aVL) != at(I) - at(II) / 2;
  }
  return count;
}

double rms(const Recording& r, std::size_t lead) {
  double sum = 0;
  for (std::size_t t = 0; t < r.length; ++t) sum += double{r.lead(lead)[t]} * r.lead(lead)[t];
  return std::sqrt(sum / static_cast<double>(r.length));
}

double peak(const Recording& r, std::size_t lead) {
  double size = 0;
  for (std::size_t t = 0; t < r.length; ++t)
    size = std::max(size, std::abs(double{r.lead(lead)[t]}));
  return size;
}

/// Share of a lead's power below a frequency, by a discrete Fourier transform at whole Hz.
double powerBelow(const Recording& r, std::size_t lead, int frequency) {
  double below = 0, all = 0;
  for (int f = 1; f < r.samplingRate / 2; ++f) {
    double re = 0, im = 0;
    for (std::size_t t = 0; t < r.length; ++t) {
      const double phase = 2 * 3.14159265358979323846 * f * static_cast<double>(t) / r.samplingRate;
      re += r.lead(lead)[t] * std::cos(phase);
      im += r.lead(lead)[t] * std::sin(phase);
    }
    all += re * re + im * im;
    if (f < frequency) below += re * re + im * im;
  }
  return below / all;
}

}  // namespace

TEST_CASE("simulator: Einthoven and Goldberger hold to the last bit, whatever the electrodes do") {
  for (Rhythm rhythm : {Rhythm::sinus, Rhythm::atrialFibrillation, Rhythm::pacedDual}) {
    SimulatedEcg ecg;
    ecg.rhythm = rhythm;
    ecg.st = {0.1, 0.2, 0.1, 0, 0, 0, 0, 0};
    CHECK(brokenSums(simulate(ecg).recording) == 0);
    ecg.disturbance = everything();
    CHECK(brokenSums(simulate(ecg).recording) == 0);
    ecg.disturbance.swapped = {{Electrode::RA, Electrode::LL}, {Electrode::LA, Electrode::V2}};
    CHECK(brokenSums(simulate(ecg).recording) == 0);
  }
}

TEST_CASE("simulator: exchanged limb cables exchange the limb leads and leave the chest") {
  struct Exchange {
    Electrode a, b;
    std::size_t becomes[6];
    float sign[6];
  };
  const Exchange exchanges[] = {
      {Electrode::LA, Electrode::RA, {I, III, II, aVL, aVR, aVF}, {-1, 1, 1, 1, 1, 1}},
      {Electrode::LA, Electrode::LL, {II, I, III, aVR, aVF, aVL}, {1, 1, -1, 1, 1, 1}},
      {Electrode::RA, Electrode::LL, {III, II, I, aVF, aVL, aVR}, {-1, -1, -1, 1, 1, 1}}};
  SimulatedEcg ecg;
  ecg.disturbance = everything();
  const auto right = simulate(ecg).recording;
  for (const Exchange& exchange : exchanges) {
    ecg.disturbance.swapped = {{exchange.a, exchange.b}};
    const auto wrong = simulate(ecg).recording;
    for (std::size_t l = 0; l < 6; ++l)
      CHECK(differ(wrong, l, right, exchange.becomes[l], exchange.sign[l]) == 0);
    for (std::size_t l = V1; l <= V6; ++l) CHECK(differ(wrong, l, right, l) == 0);
  }
}

TEST_CASE("simulator: exchanged chest cables exchange their leads; the right leg's flattens one") {
  SimulatedEcg ecg;
  const auto right = simulate(ecg);
  for (int k = 0; k < 5; ++k) {
    ecg.disturbance.swapped = {{static_cast<Electrode>(4 + k), static_cast<Electrode>(5 + k)}};
    const auto wrong = simulate(ecg);
    const auto l = static_cast<std::size_t>(V1 + k);
    CHECK(differ(wrong.recording, l, right.recording, l + 1) == 0);
    CHECK(differ(wrong.recording, l + 1, right.recording, l) == 0);
    CHECK(wrong.truth.leads[l].r == doctest::Approx(right.truth.leads[l + 1].r));
    CHECK(differ(wrong.recording, II, right.recording, II) == 0);
  }
  ecg.disturbance.swapped = {{Electrode::RA, Electrode::RL}};
  const auto leg = simulate(ecg).recording;
  CHECK(peak(leg, II) < 0.03);
  CHECK(peak(leg, I) > 0.2);
}

TEST_CASE("simulator: noise is as large as was set, alike in the bipolar and the chest leads") {
  Disturbance mains, muscle, wander;
  mains.mains = 80;
  muscle.muscle = 30;
  wander.wander = 0.5;
  const auto hum = silent(mains), noise = silent(muscle), drift = silent(wander);
  for (std::size_t l = 0; l < 12; ++l) {
    const double share = l >= aVR && l <= aVF ? std::sqrt(0.75) : 1;
    CHECK(peak(hum, l) == doctest::Approx(0.08 * share).epsilon(0.01));
    CHECK(rms(noise, l) == doctest::Approx(0.03 * share).epsilon(0.05));
    CHECK(peak(drift, l) < 0.501 * share);
    CHECK(peak(drift, l) > 0.35 * share);
  }
  CHECK(powerBelow(hum, II, 50) < 1e-6);
  CHECK(powerBelow(hum, II, 51) > 1 - 1e-6);
  CHECK(powerBelow(noise, II, 20) < 0.05);
  CHECK(powerBelow(noise, II, 150) > 0.85);
  mains.mainsFrequency = 60;
  CHECK(powerBelow(silent(mains), V4, 60) < 1e-6);
}

TEST_CASE("simulator: steps, rails, steps of the converter, flat and missing leads") {
  Disturbance by;
  by.steps = {{Electrode::V3, 4, 1.5, 0}};
  const auto step = silent(by);
  CHECK(step.lead(V3)[1999] == 0);
  CHECK(step.lead(V3)[2000] == 1.5f);
  CHECK(step.lead(V3)[4999] == 1.5f);
  CHECK(peak(step, V4) == 0);
  by.steps[0].recovery = 0.2;
  CHECK(silent(by).lead(V3)[2100] == doctest::Approx(1.5 * std::exp(-1.0)).epsilon(0.001));

  SimulatedEcg ecg;
  ecg.disturbance.rail = 0.7;
  ecg.disturbance.resolution = 4.88;
  ecg.disturbance.flat = {"V2"};
  ecg.disturbance.missing = {"aVL"};
  const auto [recording, truth] = simulate(ecg);
  CHECK(peak(recording, II) == doctest::Approx(0.7).epsilon(0.005));
  CHECK(peak(recording, V2) == 0);
  CHECK(std::isnan(recording.lead(aVL)[123]));
  CHECK(!truth.beats.leads[V2].waves[0].qrs.found());
  const double steps = double{recording.lead(V1)[280]} / 0.00488;
  CHECK(std::abs(steps - std::round(steps)) < 1e-3);
}

TEST_CASE("simulator: the same seed gives the same samples on every platform") {
  SimulatedEcg ecg;
  ecg.rhythm = Rhythm::atrialFibrillation;
  ecg.disturbance = everything();
  const auto once = simulate(ecg).recording, again = simulate(ecg).recording;
  CHECK(once.samples == again.samples);
  const std::size_t leads[4] = {I, aVF, V1, V6};
  const float expected[4] = {25118, 39685, 15815, 53349};  // of 2^-17 mV
  for (int k = 0; k < 4; ++k)
    CHECK(std::abs(once.lead(leads[k])[4321] * 0x1p17f - expected[k]) <= 4);
  ecg.seed = 2;
  CHECK(differ(simulate(ecg).recording, V1, once, V1) > 4900);
}
