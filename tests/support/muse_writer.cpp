#include "tests/support/muse_writer.h"

#include "models/crc32.h"

namespace ecg::test {
namespace {

std::string base64(const std::string& bytes) {
  static constexpr char digits[] =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k > bytes.size() ? '=' : digits[bits >> (18 - 6 * k) & 63];
    if (i % 45 == 42) out += '\n';
  }
  return out;
}

std::string element(const std::string& name, const std::string& text) {
  return text.empty() ? "" : "<" + name + ">" + text + "</" + name + ">\n";
}

std::string leadData(const MuseLead& lead) {
  std::string bytes;
  for (const std::int16_t sample : lead.samples) {
    bytes += static_cast<char>(sample & 255);
    bytes += static_cast<char>(sample >> 8 & 255);
  }
  const std::uint32_t crc = lead.crc.value_or(founder::crc32(0, bytes.data(), bytes.size()));
  return "<LeadData>\n" + element("LeadSampleCountTotal", std::to_string(lead.samples.size())) +
         element("LeadAmplitudeUnitsPerBit", lead.unitsPerBit) +
         element("LeadAmplitudeUnits", lead.units) + element("LeadID", lead.id) +
         element("LeadDataCRC32", std::to_string(crc)) + lead.more +
         element("WaveFormData", "\n" + base64(bytes) + "\n") + "</LeadData>\n";
}

}  // namespace

std::string writeMuse(const std::vector<MuseWaveform>& waveforms, const std::string& more) {
  std::string out =
      "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE RestingECG SYSTEM "
      "\"restecg.dtd\">\n<RestingECG>\n" +
      more;
  for (const MuseWaveform& waveform : waveforms) {
    out += "<Waveform>\n" + element("WaveformType", waveform.type) +
           element("SampleBase", waveform.sampleBase) +
           element("SampleExponent", waveform.sampleExponent) + waveform.more;
    for (const MuseLead& lead : waveform.leads) out += leadData(lead);
    out += "</Waveform>\n";
  }
  return out + "</RestingECG>\n";
}

}  // namespace ecg::test
