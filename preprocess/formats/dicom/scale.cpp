#include "preprocess/formats/dicom/scale.h"

#include <cmath>

#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::dicom {
namespace {

std::string channelName(const Group& group, std::size_t index) {
  const std::string& name = group.channels[index].source.storedName;
  return sentence({"channel ", index + 1, (name.empty() ? "" : " (" + name + ")")});
}

double askUnits(const Group& group, std::size_t index, const Samples& samples, double gain,
                const ReadOptions& options) {
  std::vector<float> stored;
  if (!options.unitsPerMillivolt) {
    for (std::size_t i = 0; i < samples.length(); ++i)
      if (const auto sample = samples.at(i, index); samples.padding() != sample)
        stored.push_back(static_cast<float>(static_cast<double>(sample) * gain));
  }
  return askedUnitsPerMillivolt(
      sentence({group.data.file(), " does not say what voltage the samples of ",
                channelName(group, index), " stand for"}),
      stored, options);
}

/// Refuses what no device measures, so that no sample leaves a float's range.
void checkScale(const Group& group, std::size_t index, const Scale& scale) {
  constexpr double most = 1e12;
  const double gain = std::fabs(scale.gain / scale.divisor);
  const double offset = std::fabs(scale.offset / scale.divisor);
  if (gain > 1e-30 && gain < most && offset < most) return;
  reject("bad-header",
         {group.data.file(), " gives ", channelName(group, index), " a sensitivity of ",
          text::number(scale.gain), " and a baseline of ", text::number(scale.offset),
          " (003a,0210 to 003a,0213), which no measurement has; export it again."});
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
