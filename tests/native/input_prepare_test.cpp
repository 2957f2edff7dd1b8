#include <doctest/doctest.h>

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/error.h"
#include "preprocess/input/input.h"
#include "preprocess/input/placement.h"
#include "tests/support/recordings.h"
#include "tests/support/synthetic_ecg.h"

namespace {

using ecg::InputOptions;
using ecg::prepareInput;
using ecg::Preset;
using ecg::testing::messageOf;
using ecg::testing::says;
using ecg::testing::syntheticEcg;
using Starts = std::vector<std::size_t>;

InputOptions oneLead(Preset preset = Preset::founder) {
  InputOptions options;
  options.preset = preset;
  options.leads = 1;
  return options;
}

ecg::Recording leadI(std::int64_t rateMilliHz, std::size_t samples) {
  return syntheticEcg({3, rateMilliHz, samples, 1, "none"});
}

std::vector<double> startsOf(const ecg::ModelInput& input) {
  std::vector<double> starts;
  for (const auto& window : input.windows) starts.push_back(window.startSeconds);
  return starts;
}

std::string errorOf(const ecg::Recording& recording, const InputOptions& options) {
  try {
    prepareInput(recording, options);
  } catch (const ecg::InputError& error) {
    return error.code();
  }
  return "";
}

bool allFinite(const std::vector<float>& values) {
  return std::all_of(values.begin(), values.end(), [](float x) { return std::isfinite(x); });
}

}  // namespace

TEST_CASE("where windows start") {
  CHECK(ecg::windowStarts({4000, 5000, 5000, 1}) == Starts{0});
  CHECK(ecg::windowStarts({5000, 5000, 5000, 1}) == Starts{0});
  CHECK(ecg::windowStarts({5001, 5000, 5000, 1}) == Starts{0});
  CHECK(ecg::windowStarts({5002, 5000, 5000, 1}) == Starts{0, 2});
  CHECK(ecg::windowStarts({10000, 5000, 5000, 1}) == Starts{0, 5000});
  CHECK(ecg::windowStarts({12500, 5000, 5000, 1}) == Starts{0, 5000, 7500});
  CHECK(ecg::windowStarts({12500, 5000, 2500, 1}) == Starts{0, 2500, 5000, 7500});
  CHECK(ecg::windowStarts({12500, 5000, 20000, 1}) == Starts{0, 7500});
  CHECK(ecg::windowStarts({5010, 5000, 3.4, 1}) == Starts{0, 3, 7, 10});
}

TEST_CASE("windows of a recording, with strides") {
  const auto recording = leadI(500000, 12500);
  CHECK(startsOf(prepareInput(recording, oneLead())) == std::vector<double>{0, 10, 15});
  InputOptions options = oneLead();
  options.strideSeconds = 5;
  CHECK(startsOf(prepareInput(recording, options)) == std::vector<double>{0, 5, 10, 15});
  options.preset = Preset::ptbxlEval;
  CHECK(startsOf(prepareInput(leadI(257000, 257 * 22), options)) ==
        std::vector<double>{0, 5, 10, 12});
}

TEST_CASE("a window's values do not depend on the rest of the recording") {
  const auto whole = leadI(500000, 12500);
  for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper}) {
    const auto all = prepareInput(whole, oneLead(preset)).values;
    const std::vector<float> part(whole.samples.begin() + 7500, whole.samples.end());
    const auto alone = ecg::testing::recordingOf({{"I", part}});
    const auto last = prepareInput(alone, oneLead(preset)).values;
    CHECK(std::equal(last.begin(), last.end(), all.begin() + 2 * 5000));
  }
}

TEST_CASE("a pulse that calibrates the leads at the end is not given to the model") {
  const ecg::Recording ecg = leadI(500000, 5250);
  ecg::Recording withPulse = leadI(500000, 5500);
  std::copy(ecg.samples.begin(), ecg.samples.end(), withPulse.samples.begin());
  std::fill(withPulse.samples.begin() + 5250, withPulse.samples.end(), 1.0f);
  withPulse.ecgLength = 5250;
  const auto input = prepareInput(withPulse, oneLead());
  CHECK(input.values == prepareInput(ecg, oneLead()).values);
  CHECK(startsOf(input) == std::vector<double>{0, 0.5});
  CHECK(messageOf(input.diagnostics, "calibration-left-out").find("from 10.5 s on") !=
        std::string::npos);
  CHECK(!says(prepareInput(ecg, oneLead()).diagnostics, "calibration-left-out"));
}

TEST_CASE("ten seconds at a fractional rate are ten seconds") {
  for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper})
    for (const auto& length : {std::pair<int, std::size_t>{513625, 5136},
                               {513625, 5137},
                               {599880, 5998},
                               {599880, 5999},
                               {100000, 1001},
                               {500000, 5001}}) {
      CAPTURE(length.first);
      CAPTURE(length.second);
      const auto input = prepareInput(leadI(length.first, length.second), oneLead(preset));
      REQUIRE(input.windows.size() == 1);
      CHECK(input.windows[0].paddedSeconds == 0);
      CHECK_FALSE(says(input.diagnostics, "padded"));
      CHECK(input.values.back() != 0);
    }
  CHECK(prepareInput(leadI(500000, 4999), oneLead()).windows[0].paddedSeconds ==
        doctest::Approx(0.002));
}

TEST_CASE("a short recording is padded with zeros, and a very short one refused") {
  for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper})
    for (int rate : {250, 500, 1000}) {
      const auto input =
          prepareInput(leadI(rate * 1000, static_cast<std::size_t>(rate) * 4), oneLead(preset));
      CHECK(input.windows[0].paddedSeconds == 6);
      CHECK(messageOf(input.diagnostics, "padded").find(" 6 s of zeros") != std::string::npos);
      CHECK(input.values[1999] != 0);
      CHECK(std::all_of(input.values.begin() + 2000, input.values.end(),
                        [](float x) { return x == 0; }));
      double sum = 0;
      for (float x : input.values) sum += x;
      CHECK(sum / 2000 == doctest::Approx(0).epsilon(1).scale(0.01));  // z-scored over what is real
    }
  CHECK(errorOf(leadI(500000, 1249), oneLead()) == "too-short");
  CHECK(errorOf(leadI(513625, 1284), oneLead()) == "");
  CHECK(errorOf(leadI(500000, 0), oneLead()) == "too-short");
}

TEST_CASE("the way to 500 Hz is said") {
  auto method = [](int rate, std::size_t samples, Preset preset) {
    return messageOf(prepareInput(leadI(rate, samples), oneLead(preset)).diagnostics, "resampled");
  };
  CHECK(method(513625, 5136, Preset::founder) ==
        "Resampled from 513.625 Hz to 500 Hz by the Fourier method (as scipy.signal.resample).");
  CHECK(method(250000, 2500, Preset::paper).find("linear interpolation") != std::string::npos);
  CHECK(method(250000, 2500, Preset::ptbxlEval).find("linear interpolation") != std::string::npos);
  for (auto preset : {Preset::founder, Preset::paper, Preset::ptbxlEval})
    CHECK(method(500000, 5000, preset).empty());
}

TEST_CASE("a recording too long for one transform goes through the sinc, to the same effect") {
  const std::size_t n = (std::size_t{1} << 20) + 700;
  const auto part = leadI(1000000, 20000);
  auto recording = part;
  recording.length = n;
  recording.samples.resize(n);
  for (std::size_t t = 20000; t < n; ++t) recording.samples[t] = part.samples[t % 20000];
  InputOptions options = oneLead();
  options.strideSeconds = 5;
  auto wholePart = prepareInput(part, options);
  options.strideSeconds = 500;
  const auto input = prepareInput(recording, options);
  CHECK(messageOf(input.diagnostics, "resampled").find("Kaiser") != std::string::npos);
  double largest = 0;
  for (std::size_t t = 500; t < 4500; ++t)
    largest = std::max(largest, std::abs(double{input.values[t]} - wholePart.values[t]));
  CHECK(largest < 0.02);  // the ends of the two differ, and what is above 200 Hz
}

TEST_CASE("rates") {
  CHECK(errorOf(leadI(49000, 490), oneLead()) == "rate-too-low");
  CHECK(errorOf(leadI(60000000, 600000), oneLead()) == "rate-too-high");
  CHECK(says(prepareInput(leadI(80000, 800), oneLead()).diagnostics, "low-rate"));
  CHECK_FALSE(says(prepareInput(leadI(100000, 1000), oneLead()).diagnostics, "low-rate"));
  auto recording = leadI(500000, 5000);
  for (double rate : {0.0, -500.0, double{NAN}, double{INFINITY}}) {
    recording.samplingRate = rate;
    CHECK(errorOf(recording, oneLead()) == "bad-rate");
  }
  recording.samplingRate = 500;
  recording.samples.pop_back();
  CHECK(errorOf(recording, oneLead()) == "bad-recording");
}

TEST_CASE("options out of range") {
  const auto recording = syntheticEcg({});
  InputOptions options;
  options.leads = 3;
  CHECK(errorOf(recording, options) == "bad-option");
  for (double stride : {0.0, -1.0, 1e-9, double{NAN}, double{INFINITY}}) {
    options = {};
    options.strideSeconds = stride;
    CHECK(errorOf(recording, options) == "bad-option");
  }
  options = {};
  options.mainsHz = 55;
  CHECK(errorOf(recording, options) == "bad-option");
  options = {};
  options.lead = "II";
  CHECK(errorOf(recording, options) == "bad-option");
  options = oneLead();
  options.strideSeconds = 0.002;
  CHECK(errorOf(leadI(100000, 100 * 200), options) == "too-many-windows");
}

TEST_CASE("presets by name") {
  for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper})
    CHECK(ecg::presetFromName(ecg::presetName(preset)) == preset);
  try {
    ecg::presetFromName("Founder");
    FAIL("an unknown preset was taken");
  } catch (const ecg::InputError& error) {
    CHECK(error.code() == "unknown-preset");
    CHECK(std::string(error.what()).find("founder, ptbxl-eval or paper") != std::string::npos);
  }
}

TEST_CASE("leads: which the model gets, and what was done for it") {
  auto recording = syntheticEcg({});
  recording.diagnostics.push_back({"gap", "as the reader said"});
  auto input = prepareInput(recording);
  CHECK(input.leads.size() == 12);
  CHECK(input.leads[3] == "aVR");
  CHECK(input.values.size() == 60000);
  CHECK(input.diagnostics.empty());  // the reader's own stay with the recording
  InputOptions options = oneLead();
  options.lead = "v2";
  CHECK(prepareInput(recording, options).leads == std::vector<std::string>{"V2"});
  options.lead = "V9";
  CHECK(errorOf(recording, options) == "missing-leads");
  recording.leads[2].name = "X";
  CHECK(says(prepareInput(recording).diagnostics, "derived-lead"));
}

TEST_CASE("missing, infinite and flat leads are said, with counts") {
  auto recording = syntheticEcg({});
  constexpr float inf = std::numeric_limits<float>::infinity();
  recording.lead(0)[10] = recording.lead(0)[11] = recording.lead(7)[4999] = NAN;
  recording.lead(8)[0] = inf;
  recording.lead(8)[1] = -inf;
  std::fill_n(recording.lead(9), 5000, 1.5f);
  std::fill_n(recording.lead(10), 5000, NAN);
  for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper}) {
    InputOptions options;
    options.preset = preset;
    const auto input = prepareInput(recording, options);
    CHECK(messageOf(input.diagnostics, "missing-samples").find("I 2, V2 1, V5 5000.") !=
          std::string::npos);
    CHECK(messageOf(input.diagnostics, "infinite-samples").find("V3 2.") != std::string::npos);
    CHECK(messageOf(input.diagnostics, "missing-lead-signal").find(": V5.") != std::string::npos);
    CHECK(messageOf(input.diagnostics, "flat-lead").find(": V4.") != std::string::npos);
    CHECK(input.windows[0].missingFraction == doctest::Approx(5005 / 60000.0));
    CHECK(allFinite(input.values));
  }
}

TEST_CASE("the missing share is each window's own") {
  auto recording = leadI(250000, 250 * 20);
  std::fill_n(recording.samples.begin(), 500, NAN);
  const auto input = prepareInput(recording, oneLead());
  REQUIRE(input.windows.size() == 2);
  CHECK(input.windows[0].missingFraction == 0.2);
  CHECK(input.windows[1].missingFraction == 0);
}

TEST_CASE("a flat recording gives zeros, whatever its level") {
  for (float level : {0.0f, 5.0f, -1e30f, float{NAN}})
    for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper}) {
      const auto recording = ecg::testing::recordingOf({{"I", std::vector<float>(5000, level)}});
      const auto input = prepareInput(recording, oneLead(preset));
      CHECK(std::all_of(input.values.begin(), input.values.end(), [](float x) { return x == 0; }));
      CHECK(says(input.diagnostics, "flat-window"));
    }
}

TEST_CASE("absurd values do no harm") {
  for (float absurd : {1e30f, -1e30f, std::numeric_limits<float>::max(), 1e-42f})
    for (int rate : {300000, 500000, 513625})
      for (auto preset : {Preset::founder, Preset::ptbxlEval, Preset::paper}) {
        auto recording = leadI(rate, static_cast<std::size_t>(rate / 100));
        recording.samples[1000] = absurd;
        recording.samples[1001] = -absurd;
        CHECK(allFinite(prepareInput(recording, oneLead(preset)).values));
      }
}
