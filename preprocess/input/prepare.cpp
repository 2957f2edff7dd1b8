#include <algorithm>
#include <cmath>
#include <cstdio>

#include "preprocess/error.h"
#include "preprocess/input/damage.h"
#include "preprocess/input/input.h"
#include "preprocess/input/placement.h"
#include "preprocess/input/source.h"
#include "preprocess/input/window.h"
#include "preprocess/leads/derive.h"
#include "preprocess/signal/resample.h"

namespace ecg {
namespace {

constexpr double windowSeconds = 10;
constexpr double lowestRate = 50, lowRate = 100, highestRate = 50000;  // Hz
constexpr double mostValues = 1 << 28;                                 // 1 GiB of float32

std::string text(double value) {
  char buffer[32];
  std::snprintf(buffer, sizeof buffer, "%.6g", value);
  return buffer;
}

void require(bool holds, const char* code, const std::string& sentence) {
  if (!holds) reject(code, {sentence});
}

void checkOptions(const InputOptions& options) {
  require(options.leads == 12 || options.leads == 1, "bad-option",
          "A model takes 12 leads or 1, not " + std::to_string(options.leads) + ".");
  require(std::isfinite(options.strideSeconds) && options.strideSeconds * modelSamplingRate >= 1,
          "bad-option",
          "The stride between windows must be at least one sample (0.002 s); it is " +
              text(options.strideSeconds) + " s.");
  require(options.mainsHz == 50 || options.mainsHz == 60, "bad-option",
          "The mains frequency is 50 or 60 Hz, not " + text(options.mainsHz) + ".");
  require(!options.lead || options.leads == 1, "bad-option",
          "A lead can only be chosen for a 1-lead model; a 12-lead model takes all twelve.");
}

void checkRecording(const Recording& recording) {
  const double rate = recording.samplingRate;
  require(rate > 0 && std::isfinite(rate), "bad-rate",
          "The recording's sampling rate, " + text(rate) + " Hz, is not a positive number.");
  require(rate >= lowestRate, "rate-too-low",
          "The recording is sampled at " + text(rate) +
              " Hz; the model looks at frequencies up to 40 Hz, and below 50 Hz too little of them "
              "is left.");
  require(rate <= highestRate, "rate-too-high",
          "A sampling rate of " + text(rate) + " Hz is not an ECG's; at most " + text(highestRate) +
              " Hz can be read. Is the rate in the file right?");
  require(recording.samples.size() == recording.leads.size() * recording.length, "bad-recording",
          "The recording does not hold leads x samples values.");
  require(shortestRecordingSeconds * rate - static_cast<double>(recording.length) < 1, "too-short",
          "The recording lasts " + text(recording.durationSeconds()) + " s; at least " +
              text(shortestRecordingSeconds) + " s are needed.");
}

Recording modelLeads(const Recording& recording, const InputOptions& options) {
  return options.leads == 12 ? twelveLeads(recording)
                             : singleLead(recording, options.lead.value_or(""));
}

/// Everything that turns one recording into windows.
class Preparation {
 public:
  Preparation(const Recording& recording, const InputOptions& options)
      : recording_(recording),
        options_(options),
        rate_(workingRate(recording, options.preset)),
        source_(recording, options.preset) {}

  void run(ModelInput& input) {
    describe(input.diagnostics);
    Placement placement = layOut();
    require(windowCountEstimate(placement) * static_cast<double>(recording_.leads.size()) *
                    static_cast<double>(modelWindowSamples) <=
                mostValues,
            "too-many-windows",
            "The windows of this recording would fill over 1 GiB: take a longer stride, or cut the "
            "recording.");
    const std::size_t samples = std::min(placement.window, placement.length);
    const auto starts = windowStarts(placement);
    input.values.reserve(starts.size() * recording_.leads.size() * modelWindowSamples);
    for (std::size_t start : starts) addWindow(start, samples, input);
    describeWindows(input);
  }

 private:
  Placement layOut() const {
    Placement placement;
    placement.length = source_.length();
    placement.window = static_cast<std::size_t>(std::nearbyint(windowSeconds * rate_));
    placement.stride = options_.strideSeconds * rate_;
    placement.slack = std::max(1.0, rate_ / recording_.samplingRate);
    return placement;
  }

  void addWindow(std::size_t start, std::size_t samples, ModelInput& input) {
    Signal signal = source_.cut(start, samples);
    flat_ += isFlat(signal);
    conditionWindow(signal, options_.preset, options_.mainsHz);
    if (options_.preset == Preset::ptbxlEval) signal = stretched(signal);
    appendPadded(signal, input.values);

    Window window;
    window.startSeconds = static_cast<double>(start) / rate_;
    window.paddedSeconds =
        static_cast<double>(modelWindowSamples - signal.length) / modelSamplingRate;
    window.missingFraction = missingFraction(recording_, storedSample(start, std::floor),
                                             storedSample(start + samples, std::ceil));
    input.windows.push_back(window);
  }

  /// Where in the stored recording a sample of the working rate lies.
  std::size_t storedSample(std::size_t index, double (*rounded)(double)) const {
    const double ratio =
        static_cast<double>(recording_.length) / static_cast<double>(source_.length());
    return static_cast<std::size_t>(rounded(static_cast<double>(index) * ratio));
  }

  /// The interpolation of `ptbxl-eval`: a whole window to 5000 points, a shorter one in proportion.
  Signal stretched(const Signal& window) const {
    const std::size_t to = std::min(modelWindowSamples, samplesAtModelRate(recording_));
    Signal out(window.leads, to);
    for (std::size_t l = 0; l < window.leads; ++l)
      resampleLinear(window.lead(l), window.length, out.lead(l), to);
    return out;
  }

  void describe(std::vector<Diagnostic>& diagnostics) const {
    const std::string rate = text(recording_.samplingRate);
    if (recording_.samplingRate < lowRate)
      say(diagnostics, "low-rate",
          {"The recording is sampled at ", rate,
           " Hz; part of what the model looks at, up to 40 Hz, is weakened or "
           "absent."});
    const bool interpolates =
        options_.preset == Preset::ptbxlEval && recording_.samplingRate != modelSamplingRate;
    const std::string method =
        interpolates ? "linear interpolation of each z-scored window" : source_.method();
    if (!method.empty())
      say(diagnostics, "resampled", {"Resampled from ", rate, " Hz to 500 Hz by ", method, "."});
    for (Diagnostic& damage : describeDamage(recording_)) diagnostics.push_back(std::move(damage));
  }

  void describeWindows(ModelInput& input) const {
    if (flat_)
      say(input.diagnostics, "flat-window",
          {"No lead moves in ", flat_, " of ", input.windows.size(),
           " windows; the model gets zeros there."});
    const double padded = input.windows.front().paddedSeconds;
    if (padded > 0)
      say(input.diagnostics, "padded",
          {"The recording is shorter than the model's 10 s: ", text(padded),
           " s of zeros were appended."});
  }

  const Recording& recording_;
  const InputOptions& options_;
  double rate_;
  WindowSource source_;
  std::size_t flat_ = 0;
};

/// The recording up to the pulse that calibrates it at its end.
Recording withoutCalibration(const Recording& recording) {
  Recording out = recording;
  out.length = recording.ecgLength;
  out.ecgLength = 0;
  out.samples.clear();
  for (std::size_t l = 0; l < recording.leads.size(); ++l)
    out.samples.insert(out.samples.end(), recording.lead(l), recording.lead(l) + out.length);
  return out;
}

}  // namespace

ModelInput prepareInput(const Recording& recording, const InputOptions& options) {
  checkOptions(options);
  checkRecording(recording);
  if (recording.ecgLength > 0 && recording.ecgLength < recording.length) {
    ModelInput input = prepareInput(withoutCalibration(recording), options);
    const double seconds = static_cast<double>(recording.ecgLength) / recording.samplingRate;
    say(input.diagnostics, "calibration-left-out",
        {"The recording ends in a pulse that calibrates its leads, from ", text(seconds),
         " s on; the model was not given that."});
    return input;
  }
  const Recording leads = modelLeads(recording, options);

  ModelInput input;
  for (const Lead& lead : leads.leads) input.leads.push_back(lead.name);
  input.diagnostics.assign(
      leads.diagnostics.begin() + static_cast<std::ptrdiff_t>(recording.diagnostics.size()),
      leads.diagnostics.end());
  Preparation(leads, options).run(input);
  return input;
}

}  // namespace ecg
