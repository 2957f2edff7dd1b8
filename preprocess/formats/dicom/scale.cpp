#include "preprocess/formats/dicom/scale.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::dicom {
namespace {

std::string channelName(const Group& group, std::size_t index) {
  const std::string& name = group.channels[index].source.storedName;
  return "channel " + std::to_string(index + 1) + (name.empty() ? "" : " (" + name + ")");
}

/// How many of the samples' units make a millivolt, by how far a channel's samples spread, of all
/// but 1 %: the usual scale by which that is most like the 1.5 mV of a QRS complex.
double likelyUnitsPerMillivolt(const Samples& samples, std::size_t channel, double gain) {
  constexpr double usual = 1.5;
  constexpr std::size_t most = 10000;
  std::vector<double> some;
  const std::size_t step = 1 + samples.length() / most;
  for (std::size_t i = 0; i < samples.length(); i += step) {
    const auto sample = samples.at(i, channel);
    if (samples.padding() != sample) some.push_back(static_cast<double>(sample) * gain);
  }
  if (some.empty()) return 1000;
  std::sort(some.begin(), some.end());
  const std::size_t cut = some.size() / 200;
  const double spread = some[some.size() - 1 - cut] - some[cut];
  double best = 1000, nearest = std::numeric_limits<double>::infinity();
  for (const double units : {1.0, 100.0, 200.0, 400.0, 1000.0, 1e6}) {
    const double away = std::fabs(std::log(std::fabs(spread) / units / usual));
    if (!(away < nearest)) continue;
    nearest = away;
    best = units;
  }
  return best;
}

double askUnits(const Group& group, std::size_t index, const Samples& samples, double gain,
                const ReadOptions& options) {
  const std::string file = group.data.file(), name = channelName(group, index);
  if (!options.unitsPerMillivolt)
    throw InputError("unit-unknown",
                     file + " does not say what voltage the samples of " + name +
                         " stand for; give unitsPerMillivolt (1 for mV, 1000 for uV; by their "
                         "spread " +
                         text::number(likelyUnitsPerMillivolt(samples, index, gain)) +
                         " is likely).");
  const double units = *options.unitsPerMillivolt;
  if (units > 1e-30 && units < 1e30) return units;
  throw InputError("bad-option", file + " cannot be read with unitsPerMillivolt " +
                                     text::number(units) + "; give a number above 0.");
}

/// Refuses what no device measures, so that no sample leaves a float's range.
void checkScale(const Group& group, std::size_t index, const Scale& scale) {
  constexpr double most = 1e12;
  const double gain = std::fabs(scale.gain / scale.divisor);
  const double offset = std::fabs(scale.offset / scale.divisor);
  if (gain > 1e-30 && gain < most && offset < most) return;
  throw InputError("bad-header",
                   group.data.file() + " gives " + channelName(group, index) +
                       " a sensitivity of " + text::number(scale.gain) + " and a baseline of " +
                       text::number(scale.offset) +
                       " (003a,0210 to 003a,0213), which no measurement has; export it again.");
}

}  // namespace

std::vector<Scale> readScales(const Group& group, const Samples& samples,
                              const ReadOptions& options) {
  std::vector<Scale> scales;
  for (std::size_t i = 0; i < group.channels.size(); ++i) {
    const Channel& channel = group.channels[i];
    Scale scale;
    const bool scaled = channel.sensitivity.has_value();
    if (scaled) {
      scale.gain = *channel.sensitivity * channel.correction;
      scale.offset = channel.baseline;
    }
    const auto perMillivolt = voltageUnitsPerMillivolt(channel.unit);
    if (perMillivolt && scaled) {
      scale.divisor = *perMillivolt;
    } else if (channel.ecg) {
      scale.divisor = askUnits(group, i, samples, scale.gain, options);
    } else {
      scale.unit = scaled ? channel.unit : "";
    }
    checkScale(group, i, scale);
    scales.push_back(std::move(scale));
  }
  return scales;
}

}  // namespace ecg::dicom
