#include "tests/support/mortara_writer.h"

#include "tests/support/base64_writer.h"

namespace ecg::test {
namespace {

std::string attribute(const std::string& name, const std::string& value) {
  return value.empty() ? "" : " " + name + "=\"" + value + "\"";
}

std::string dataOf(const MortaraChannel& channel) {
  if (!channel.data.empty()) return channel.data;
  return encodeBase64(int16Bytes({channel.samples.begin(), channel.samples.end()}));
}

std::string layoutOf(const MortaraChannel& channel) {
  const std::string duration =
      channel.duration.empty() ? std::to_string(channel.samples.size()) : channel.duration;
  return attribute("OFFSET", channel.offset) + attribute("BITS", channel.bits) +
         attribute("FORMAT", channel.format) + attribute("UNITS_PER_MV", channel.unitsPerMv) +
         attribute("DURATION", duration) + attribute("SAMPLE_FREQ", channel.sampleFreq) +
         attribute("ENCODING", channel.encoding);
}

std::string element(const std::string& name, const MortaraChannel& channel,
                    const std::string& layout) {
  const std::string open = "<" + name + layout + attribute("NAME", channel.name);
  if (channel.asText) return open + ">" + dataOf(channel) + "</" + name + ">\n";
  return open + attribute("DATA", dataOf(channel)) + " />\n";
}

}  // namespace

std::string writeMortara(const MortaraFile& file) {
  std::string out = file.declaration + "<ECG" + file.root + ">\n" + file.before;
  if (!file.cycle.empty()) {
    out += "<TYPICAL_CYCLE" + layoutOf(file.cycle[0]) + ">";
    for (const MortaraChannel& each : file.cycle) out += element("TYPICAL_CYCLE_CHANNEL", each, "");
    out += "</TYPICAL_CYCLE>\n";
  }
  for (const MortaraChannel& each : file.channels) out += element("CHANNEL", each, layoutOf(each));
  return out + "</ECG>\n";
}

}  // namespace ecg::test
