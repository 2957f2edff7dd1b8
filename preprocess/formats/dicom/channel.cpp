#include "preprocess/formats/dicom/channel.h"

#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::dicom {
namespace {

/// More channels than a group can count.
constexpr std::size_t mostChannels = 65535;

std::string readUnit(const DataSet& definition, const Charset& charset) {
  const auto coded = definition.firstItem(tags::sensitivityUnits);
  if (!coded) return "";
  const std::string code = charset.decode(coded->text(tags::codeValue));
  const std::string meaning = charset.decode(coded->text(tags::codeMeaning));
  if (!voltageUnitsPerMillivolt(code) && voltageUnitsPerMillivolt(meaning)) return meaning;
  return code.empty() ? meaning : code;
}

Filters readFilters(const DataSet& definition) {
  Filters filters;
  filters.low = definition.numberIfClear(tags::filterLow).value_or(0);
  filters.high = definition.numberIfClear(tags::filterHigh).value_or(0);
  filters.notch = definition.numberIfClear(tags::notchFrequency).value_or(0);
  filters.width = definition.numberIfClear(tags::notchBandwidth).value_or(0);
  return filters;
}

Channel readChannel(const DataSet& definition, double rate, const Charset& charset,
                    bool ecgObject) {
  Channel channel;
  channel.source = readLeadSource(definition, charset);
  channel.sensitivity = definition.number(tags::sensitivity);
  channel.correction = definition.number(tags::correctionFactor).value_or(1);
  channel.baseline = definition.number(tags::baseline).value_or(0);
  channel.unit = readUnit(definition, charset);
  const auto seconds = definition.numberIfClear(tags::timeSkew);
  const double samples = definition.numberIfClear(tags::sampleSkew).value_or(0);
  channel.skewSeconds = seconds && *seconds != 0 ? *seconds : rate > 0 ? samples / rate : 0;
  channel.skewSeconds += definition.numberIfClear(tags::channelOffset).value_or(0);
  channel.filters = readFilters(definition);
  const bool mayBeLead = channel.unit.empty() || voltageUnitsPerMillivolt(channel.unit);
  channel.ecg = channel.source.isLead() || (ecgObject && mayBeLead);
  return channel;
}

}  // namespace

std::vector<Channel> readChannels(const DataSet& group, const Charset& charset, bool ecgObject) {
  std::vector<Channel> channels;
  const double rate = group.number(tags::samplingFrequency).value_or(0);
  group.forEachItem(tags::channelDefinitions, [&](const DataSet& definition) {
    if (channels.size() == mostChannels) return false;
    channels.push_back(readChannel(definition, rate, charset, ecgObject));
    return true;
  });
  return channels;
}

}  // namespace ecg::dicom
