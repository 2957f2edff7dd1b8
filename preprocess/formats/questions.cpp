#include "preprocess/formats/questions.h"

#include <cmath>

#include "preprocess/formats/likely_scale.h"
#include "preprocess/formats/text.h"

namespace ecg {
namespace {

/// Beyond these no device measures, and floats would overflow.
constexpr double mostHertz = 1e9, leastScale = 1e-30, mostScale = 1e30;

}  // namespace

double askedSamplingRate(const std::string& unsaid, const ReadOptions& options) {
  if (!options.samplingRate) reject("rate-unknown", {unsaid, "; give samplingRate in Hz."});
  const double rate = *options.samplingRate;
  if (rate > 0 && rate < mostHertz) return rate;
  reject("bad-option",
         {unsaid, ", and samplingRate cannot be ", text::number(rate), "; give a number above 0."});
}

double askedUnitsPerMillivolt(const std::string& unsaid, const std::vector<float>& stored,
                              const ReadOptions& options) {
  if (!options.unitsPerMillivolt)
    reject("unit-unknown", {unsaid, "; give unitsPerMillivolt (1 for mV, 1000 for uV",
                            likelyStepsHint(stored.data(), stored.size()), ")."});
  const double units = *options.unitsPerMillivolt;
  if (units > leastScale && units < mostScale) return units;
  reject("bad-option", {unsaid, ", and unitsPerMillivolt cannot be ", text::number(units),
                        "; give a number above 0."});
}

void askFor(const std::string& file, const Unsaid& unsaid) {
  std::string wants, give;
  if (unsaid.unit) {
    wants = "its unit";
    give = sentence({"unitsPerMillivolt (1 for mV, 1000 for uV", unsaid.unitHint, ")"});
  }
  if (unsaid.rate) {
    const std::string both = unsaid.unit ? " and " : "";
    wants += both + "its sampling rate";
    give += sentence({both, "samplingRate (in Hz", unsaid.rateHint, ")"});
  }
  reject(unsaid.unit ? "unit-unknown" : "rate-unknown",
         {file, " does not say ", wants, "; give ", give, unsaid.advice, "."});
}

void checkOptions(const std::string& file, const ReadOptions& options) {
  const auto check = [&](const std::optional<double>& value, const char* name) {
    if (value && !(*value > 0 && std::isfinite(*value)))
      reject("bad-option", {file, ": ", name, " must be a number above zero."});
  };
  check(options.samplingRate, "samplingRate");
  check(options.unitsPerMillivolt, "unitsPerMillivolt");
}

std::size_t chooseRecording(const std::string& file, const std::vector<std::string>& offered,
                            const ReadOptions& options, Recording& recording) {
  std::vector<std::string> numbered;
  for (std::size_t i = 0; i < offered.size(); ++i)
    numbered.push_back(std::to_string(i + 1) + " " + offered[i]);
  const std::string names = text::listOf(numbered);
  if (options.recording < 1 || options.recording > offered.size())
    reject("no-such-recording",
           {file, " has no recording ", options.recording, "; choose one of: ", names, "."});
  if (offered.size() > 1) {
    say(recording.diagnostics, "several-recordings",
        {"There are ", offered.size(), " recordings here, of which number ", options.recording,
         " was read: ", names, "."});
    recording.offered = offered;
    recording.number = options.recording;
  }
  return options.recording - 1;
}

}  // namespace ecg
