#include "tests/support/dicom_writer.h"

namespace ecg::test {
namespace {

constexpr std::uint32_t undefinedLength = 0xFFFFFFFF;

std::string even(std::string value, char padding) {
  if (value.size() % 2) value += padding;
  return value;
}

std::string channelOf(const DicomEncoder& to, const DicomChannel& channel) {
  std::string out = to.text(0x003A0203, "SH", channel.label);
  if (!channel.code.empty() || !channel.meaning.empty())
    out += to.code(0x003A0208, channel.code, channel.scheme, channel.meaning);
  out += to.text(0x003A0210, "DS", channel.sensitivity);
  if (!channel.unit.empty()) out += to.code(0x003A0211, channel.unit, "UCUM", channel.unit);
  out += to.text(0x003A0212, "DS", channel.correction);
  out += to.text(0x003A0213, "DS", channel.baseline);
  out += to.text(0x003A0214, "DS", channel.timeSkew);
  out += to.text(0x003A0215, "DS", channel.sampleSkew);
  out += to.text(0x003A0218, "DS", channel.offset);
  out += to.u16(0x003A021A, 16);
  out += to.text(0x003A0220, "DS", channel.filterLow);
  out += to.text(0x003A0221, "DS", channel.filterHigh);
  out += to.text(0x003A0222, "DS", channel.notch);
  out += to.text(0x003A0223, "DS", channel.notchWidth);
  return out;
}

std::string groupOf(const DicomEncoder& to, const DicomGroup& group) {
  std::vector<std::string> channels;
  for (const auto& channel : group.channels) channels.push_back(channelOf(to.inside(), channel));
  const auto count = group.announcedChannels ? group.announcedChannels
                                             : static_cast<unsigned>(group.channels.size());
  const auto length =
      group.announcedSamples ? group.announcedSamples : static_cast<std::uint32_t>(group.samples);
  std::string data;
  for (int i = 0; i < group.samples; ++i)
    for (const auto& channel : group.channels)
      data += to.number(static_cast<std::uint64_t>(channel.sample(i)),
                        static_cast<std::size_t>(group.bits / 8));
  std::string out = to.text(0x003A0004, "CS", group.originality);
  out += to.u16(0x003A0005, count) + to.u32(0x003A0010, length);
  out += to.text(0x003A001A, "DS", group.samplingFrequency);
  out += to.text(0x003A0020, "SH", group.label);
  out += to.sequence(0x003A0200, channels);
  out += to.u16(0x54001004, static_cast<unsigned>(group.bits));
  out += to.text(0x54001006, "CS", group.interpretation);
  if (!group.padding.empty()) out += to.element(0x5400100A, group.dataVr, group.padding);
  return out + to.element(0x54001010, group.dataVr, even(data + group.moreData, '\0'));
}

std::string metaOf(const DicomFile& file) {
  const DicomEncoder to{DicomEncoding{}};
  const std::string syntax = !file.transferSyntax.empty() ? file.transferSyntax
                             : file.encoding.bigEndian    ? "1.2.840.10008.1.2.2"
                             : file.encoding.explicitVr   ? "1.2.840.10008.1.2.1"
                                                          : "1.2.840.10008.1.2";
  std::string rest = to.element(0x00020001, "OB", std::string("\0\1", 2));
  rest += to.element(0x00020002, "UI", even(file.sopClass, '\0'));
  rest += to.element(0x00020003, "UI", "1.2.3.4.");
  rest += to.element(0x00020010, "UI", even(syntax, '\0'));
  return to.u32(0x00020000, static_cast<std::uint32_t>(rest.size())) + rest;
}

}  // namespace

std::string DicomEncoder::number(std::uint64_t value, std::size_t bytes) const {
  std::string out;
  for (std::size_t i = 0; i < bytes; ++i) {
    const std::size_t shift = 8 * (encoding_.bigEndian ? bytes - 1 - i : i);
    out += static_cast<char>(value >> shift & 0xFF);
  }
  return out;
}

std::string DicomEncoder::element(std::uint32_t tag, const std::string& vr,
                                  std::string value) const {
  std::string out = number(tag >> 16, 2) + number(tag & 0xFFFF, 2);
  const bool isItem = tag >> 16 == 0xFFFE;
  if (!encoding_.explicitVr || isItem) return out + number(value.size(), 4) + value;
  out += vr;
  const bool longForm = vr == "OB" || vr == "OW" || vr == "OL" || vr == "SQ" || vr == "UN" ||
                        vr == "UT" || vr == "UC";
  return out +
         (longForm ? std::string(2, '\0') + number(value.size(), 4) : number(value.size(), 2)) +
         value;
}

std::string DicomEncoder::text(std::uint32_t tag, const std::string& vr,
                               const std::string& value) const {
  return value.empty() ? "" : element(tag, vr, even(value, vr == "UI" ? '\0' : ' '));
}

std::string DicomEncoder::u16(std::uint32_t tag, unsigned value) const {
  return element(tag, "US", number(value, 2));
}

std::string DicomEncoder::u32(std::uint32_t tag, std::uint32_t value) const {
  return element(tag, "UL", number(value, 4));
}

DicomEncoder DicomEncoder::inside() const {
  DicomEncoding within = encoding_;
  if (encoding_.sequencesAsUn) within.explicitVr = within.sequencesAsUn = false;
  return DicomEncoder(within);
}

std::string DicomEncoder::sequence(std::uint32_t tag, const std::vector<std::string>& items) const {
  const bool open = encoding_.undefinedLengths;
  const std::string none(4, '\0');
  std::string content;
  for (const std::string& item : items) {
    content += number(0xFFFE, 2) + number(0xE000, 2);
    content += number(open ? undefinedLength : item.size(), 4) + item;
    if (open) content += number(0xFFFE, 2) + number(0xE00D, 2) + none;
  }
  if (open) content += number(0xFFFE, 2) + number(0xE0DD, 2) + none;
  std::string out = element(tag, encoding_.sequencesAsUn ? "UN" : "SQ", "");
  out.resize(out.size() - 4);
  return out + number(open ? undefinedLength : content.size(), 4) + content;
}

std::string DicomEncoder::code(std::uint32_t tag, const std::string& value,
                               const std::string& scheme, const std::string& meaning) const {
  const DicomEncoder within = inside();
  return sequence(tag,
                  {within.text(0x00080100, "SH", value) + within.text(0x00080102, "SH", scheme) +
                   within.text(0x00080104, "LO", meaning)});
}

std::string writeDicom(const DicomFile& file) {
  const DicomEncoder to(file.encoding);
  std::string out;
  if (file.preamble) out = std::string(128, '\0') + "DICM";
  if (file.meta) out += metaOf(file);
  out += to.text(0x00080005, "CS", file.characterSet);
  out += to.text(0x00080016, "UI", file.sopClass);
  for (const auto& [tag, value] : file.texts) out += to.text(tag, "LO", value);
  out += to.element(0x00090010, "LO", "PRIVATE ");
  out += to.element(0x00091001, "UN", std::string(6, '\x7F'));
  if (!file.annotations.empty()) out += to.sequence(0x0040B020, file.annotations);
  std::vector<std::string> groups;
  for (const auto& group : file.groups) groups.push_back(groupOf(to.inside(), group));
  if (file.waveforms) out += to.sequence(0x54000100, groups);
  return out + file.after;
}

}  // namespace ecg::test
