#include "tests/support/ecg_simulator.h"

#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <stdexcept>

#include "preprocess/leads/names.h"

using ecg::Beat;
using ecg::Recording;
using ecg::Wave;
using namespace ecg::testing;

namespace {

constexpr std::size_t V1 = 6, V5 = 10;

/// Net area of a wave in a lead, mV s.
double area(const Recording& recording, std::size_t lead, const Wave& wave) {
  double sum = 0;
  const double rate = recording.samplingRate;
  for (auto t = static_cast<std::size_t>(std::ceil(wave.onset * rate)); t <= wave.offset * rate;
       ++t)
    sum += recording.lead(lead)[t];
  return sum / rate;
}

double axisOf(double one, double avf) {
  return std::atan2(2 / std::sqrt(3.0) * avf, one) * 180 / 3.14159265358979323846;
}

double areaAxis(const Recording& recording, const Wave& wave) {
  return axisOf(area(recording, 0, wave), area(recording, 5, wave));
}

double between(double a, double b) { return std::abs(std::remainder(a - b, 360)); }

double largest(const Recording& recording, std::size_t t) {
  double size = 0;
  for (std::size_t l = 0; l < recording.leads.size(); ++l)
    size = std::max(size, std::abs(double{recording.lead(l)[t]}));
  return size;
}

bool within(const Wave& wave, double time) { return time > wave.onset && time < wave.offset; }

bool withinAny(const std::vector<Beat>& beats, double time) {
  return std::any_of(beats.begin(), beats.end(), [time](const Beat& beat) {
    const auto& waves = beat.waves;
    return within(waves.p, time) || within(waves.qrs, time) || within(waves.t, time);
  });
}

}  // namespace

TEST_CASE("simulator: twelve leads, or those that are asked for") {
  SimulatedEcg ecg;
  const auto all = simulate(ecg).recording;
  CHECK(all.length == 5000);
  CHECK(all.samplingRate == 500);
  REQUIRE(all.leads.size() == 12);
  for (std::size_t l = 0; l < 12; ++l) CHECK(all.leads[l].name == ecg::standardLeads[l]);
  ecg.leads = {"V5", "I"};
  const auto two = simulate(ecg);
  REQUIRE(two.recording.leads.size() == 2);
  CHECK(std::equal(all.lead(V5), all.lead(V5) + 5000, two.recording.lead(0)));
  CHECK(std::equal(all.lead(0), all.lead(0) + 5000, two.recording.lead(1)));
  CHECK(two.truth.leads.size() == 2);
  CHECK(two.truth.beats.leads.size() == 2);
  ecg.leads = {"V7"};
  CHECK_THROWS_AS(simulate(ecg), std::invalid_argument);
}

TEST_CASE("simulator: outside of its waves a heart is silent, and a wave shows as it begins") {
  SimulatedEcg ecg;
  ecg.samplingRate = 4000;
  const auto [recording, truth] = simulate(ecg);
  std::size_t loud = 0;
  for (std::size_t t = 0; t < recording.length; ++t)
    loud += largest(recording, t) != 0 &&
            !withinAny(truth.beats.all, static_cast<double>(t) / recording.samplingRate);
  CHECK(loud == 0);
  const auto& waves = truth.beats.all[3].waves;
  const auto shows = [&made = recording](double time) {
    return largest(made, static_cast<std::size_t>(std::lround(time * 4000)));
  };
  CHECK(shows(waves.qrs.onset + 0.002) > 0.01);
  CHECK(shows(waves.qrs.offset - 0.002) > 0.02);
  CHECK(shows(waves.p.onset + 0.008) > 0.01);
  CHECK(shows(waves.p.offset - 0.008) > 0.01);
  CHECK(shows(waves.t.onset + 0.01) > 0.01);
  CHECK(shows(waves.t.offset - 0.008) > 0.01);
}

TEST_CASE("simulator: the marks are what was set") {
  SimulatedEcg ecg;
  ecg.heartRate = 60;
  for (double pr : {100.0, 160.0, 280.0})
    for (double qrs : {70.0, 110.0, 160.0})
      for (double qt : {0.0, 350.0, 460.0}) {
        ecg.pr = pr;
        ecg.qrs.duration = qrs;
        ecg.qt = qt;
        const auto truth = simulate(ecg).truth;
        REQUIRE(truth.beats.all.size() == 10);
        for (std::size_t k = 0; k < 9; ++k) {
          const auto& waves = truth.beats.all[k].waves;
          CHECK(waves.qrs.onset == doctest::Approx(0.5 + static_cast<double>(k)));
          CHECK((waves.qrs.onset - waves.p.onset) * 1000 == doctest::Approx(pr));
          CHECK((waves.qrs.offset - waves.qrs.onset) * 1000 == doctest::Approx(qrs));
          CHECK((waves.t.offset - waves.qrs.onset) * 1000 == doctest::Approx(qt > 0 ? qt : 400));
          CHECK(waves.t.onset > waves.qrs.offset);
        }
        CHECK(truth.pr == pr);
        CHECK(truth.qrs == qrs);
        CHECK(truth.heartRate == doctest::Approx(60));
      }
}

TEST_CASE("simulator: the axis of a wave's net area is what was set, that of R and S is near it") {
  SimulatedEcg ecg;
  ecg.samplingRate = 1000;
  ecg.seconds = 2;
  double worstArea = 0, worstAmplitude = 0;
  for (int axis = -175; axis <= 180; axis += 5) {
    ecg.qrs.axis = axis;
    ecg.p.axis = axis + 15;
    ecg.t.axis = axis - 20;
    const auto [recording, truth] = simulate(ecg);
    const auto& waves = truth.beats.all[0].waves;
    CHECK(truth.qrsAxis == doctest::Approx(axis));
    worstArea = std::max({worstArea, between(areaAxis(recording, waves.qrs), truth.qrsAxis),
                          between(areaAxis(recording, waves.p), truth.pAxis),
                          between(areaAxis(recording, waves.t), truth.tAxis)});
    const auto sum = [&leads = truth.leads](std::size_t l) {
      return leads[l].q + leads[l].r + leads[l].s;
    };
    worstAmplitude = std::max(worstAmplitude, between(axisOf(sum(0), sum(5)), axis));
  }
  CHECK(worstArea < 0.05);
  CHECK(worstAmplitude < 4);
}

TEST_CASE("simulator: each lead's amplitudes and marks are those of its samples") {
  SimulatedEcg ecg;
  ecg.samplingRate = 10000;
  ecg.seconds = 1.5;
  const auto [recording, truth] = simulate(ecg);
  for (std::size_t l = 0; l < 12; ++l) {
    const float* x = recording.lead(l);
    const auto& waves = truth.beats.leads[l].waves[0];
    const auto at = [x](double time) { return double{x[std::lround(time * 10000)]}; };
    const auto [low, high] = std::minmax_element(x, x + recording.length);
    const auto& lead = truth.leads[l];
    CHECK(lead.r == doctest::Approx(double{*high}).epsilon(0.002));
    CHECK(std::min(lead.q, lead.s) == doctest::Approx(double{*low}).epsilon(0.005).scale(0.2));
    CHECK(at(waves.qrs.peak) == doctest::Approx(lead.r).epsilon(0.002));
    if (waves.p.found()) CHECK(at(waves.p.peak) == doctest::Approx(lead.p).epsilon(0.002));
    CHECK(at(waves.t.peak) == doctest::Approx(lead.t).epsilon(0.002));
    CHECK(lead.st60 == 0);
  }
  CHECK(truth.leads[1].p == doctest::Approx(ecg.p.millivolts));  // II looks along its axis of 60
}

TEST_CASE("simulator: R grows and S shrinks across the chest; hypertrophy fulfils its criteria") {
  const auto usual = simulate({}).truth.leads;
  for (std::size_t l = V1; l < V5; ++l) CHECK(usual[l].r < usual[l + 1].r);
  CHECK(usual[V1].s < -0.5);
  CHECK(usual[V5].q < 0);
  CHECK(usual[V5].r - usual[V1].s < 3.5);
  const auto large = simulate(withLeftHypertrophy({})).truth.leads;
  CHECK(large[V5].r - large[V1].s > 3.5);
  CHECK(large[4].r > 1.1);
  CHECK(large[V5].t < 0);
  SimulatedEcg block;
  block.qrs.chest.emplace();
  (*block.qrs.chest)[0] = {0.2, -0.5, 0.8};
  const auto lead = simulate(block).truth.leads[V1];
  CHECK(lead.r == doctest::Approx(0.8));
  CHECK(lead.q == doctest::Approx(-0.5));
}

TEST_CASE("simulator: the ST segment is where it was set at J + 60 ms") {
  SimulatedEcg ecg;
  ecg.samplingRate = 1000;
  ecg.st = {0.1, 0.25, 0.2, -0.3, 0.4, 0.05, 0, -0.15};
  const auto [recording, truth] = simulate(ecg);
  const double expected[12] = {0.1, 0.25, 0.15, -0.175, -0.025, 0.2,
                               0.2, -0.3, 0.4,  0.05,   0,      -0.15};
  for (std::size_t l = 0; l < 12; ++l) {
    const double j60 = truth.beats.all[2].waves.qrs.offset + 0.06;
    CHECK(double{recording.lead(l)[std::lround(j60 * 1000)]} ==
          doctest::Approx(expected[l]).epsilon(1e-4));
    CHECK(truth.leads[l].st60 == doctest::Approx(expected[l]));
  }
}
