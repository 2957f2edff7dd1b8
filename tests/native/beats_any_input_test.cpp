#include <doctest/doctest.h>

#include <cmath>
#include <ctime>

#include "preprocess/beats/beats.h"
#include "preprocess/leads/names.h"
#include "tests/support/beat_invariants.h"
#include "tests/support/ecg_simulator.h"
#include "tests/support/odd_draws.h"

using namespace ecg;
using namespace ecg::testing;

namespace {

/// Noise, a heart, or a heart among odd values; in any number of leads, at any rate.
Recording anyRecording(OddDraws& draws) {
  constexpr double rates[] = {50, 100, 250, 500, 1000, 49.9, 1, 1e6, 8000, 0, -5, 1e300};
  constexpr std::size_t lengths[] = {0, 1, 2, 3, 7, 40, 100, 499, 1000, 5000};
  constexpr std::size_t leads[] = {0, 1, 2, 3, 12, 15};
  const std::size_t kind = draws.below(4);
  Recording recording;
  if (kind < 2) {
    SimulatedEcg ecg;
    ecg.samplingRate = rates[draws.below(5)];
    ecg.heartRate = static_cast<double>(30 + draws.below(220));
    ecg.seconds = static_cast<double>(1 + draws.below(12));
    if (draws.below(2) == 0) ecg.leads = {"II", "V2"};
    recording = simulate(ecg).recording;
    for (float& value : recording.samples)
      if (kind == 1 && draws.below(50) == 0) value = draws.odd();
    return recording;
  }
  recording.samplingRate = draws.below(20) == 0 ? std::nan("") : rates[draws.below(12)];
  recording.length = lengths[draws.below(std::size(lengths))];
  const std::size_t count = leads[draws.below(std::size(leads))];
  for (std::size_t l = 0; l < count; ++l) {
    const std::string name = l < 12 ? std::string(standardLeads[l]) : "X";
    recording.leads.push_back({name, name, draws.below(9) == 0 ? "mmHg" : "mV"});
  }
  for (std::size_t k = 0; k < count * recording.length; ++k)
    recording.samples.push_back(kind == 3 && draws.below(9) == 0
                                    ? draws.odd()
                                    : static_cast<float>(draws.below(4001)) / 1000 - 2);
  return recording;
}

}  // namespace

TEST_CASE("beats: any input of any shape gives consistent beats and measurements") {
  for (std::uint64_t seed = 1; seed <= 120; ++seed) {
    OddDraws draws(seed);
    const Recording recording = anyRecording(draws);
    CAPTURE(seed);
    CHECK(beatViolation(recording) == "");
  }
}

TEST_CASE("beats: samples that do not match the leads are no beats") {
  Recording recording = simulate({}).recording;
  recording.samples.pop_back();
  CHECK(findBeats(recording).all.empty());
  CHECK(beatViolation(recording) == "");
}

TEST_CASE("beats: many leads and high rates take bounded time") {
  struct Shape {
    std::size_t leads, length;
    double rate;
  };
  for (const Shape& shape :
       {Shape{300, 2000, 500}, Shape{2, 500000, 50000}, Shape{12, 200, 1}, Shape{1, 10, 1e6}}) {
    Recording recording;
    recording.samplingRate = shape.rate;
    recording.length = shape.length;
    recording.leads.resize(shape.leads);
    OddDraws draws(shape.leads);
    for (std::size_t k = 0; k < shape.leads * shape.length; ++k)
      recording.samples.push_back(static_cast<float>(draws.below(4001)) / 1000 - 2);
    const std::clock_t start = std::clock();
    CHECK(beatViolation(recording) == "");
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 10);
  }
}

TEST_CASE("beats: a beat that the end cuts keeps its peak within its marks") {
  constexpr float samples[] = {0.90f, 0.06f, 2.52f};
  Recording recording;
  recording.samplingRate = 128;
  for (recording.length = 4; recording.length < 80; ++recording.length) {
    recording.leads = {{"I", "I", "mV"}};
    recording.samples.resize(recording.length);
    for (std::size_t k = 0; k < recording.length; ++k)
      recording.samples[k] = samples[k % 3];
    CAPTURE(recording.length);
    CHECK(beatViolation(recording) == "");
  }
}
