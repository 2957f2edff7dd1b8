#include "tests/support/mortara_writer.h"

namespace ecg::test {
namespace {

std::string attribute(const std::string& name, const std::string& value) {
  return value.empty() ? "" : " " + name + "=\"" + value + "\"";
}

std::string dataOf(const MortaraChannel& channel) {
  if (!channel.data.empty()) return channel.data;
  std::string bytes;
  for (const std::int16_t sample : channel.samples) {
    const auto bits = static_cast<std::uint16_t>(sample);
    bytes += static_cast<char>(bits & 0xFF);
    bytes += static_cast<char>(bits >> 8);
  }
  return encodeBase64(bytes);
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

std::string encodeBase64(const std::string& bytes) {
  const std::string digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t group = 0;
    for (std::size_t k = 0; k < 3; ++k)
      group = group << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0U);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k > bytes.size() ? '=' : digits[group >> (18 - 6 * k) & 63];
  }
  return out;
}

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
