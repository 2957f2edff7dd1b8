#include "tests/support/sierra_writer.h"

#include <cmath>

#include "tests/support/base64_writer.h"
#include "tests/support/xli_writer.h"

namespace ecg::test {
namespace {

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + text + "</" + name + ">\n";
}

std::string samplesOf(const SierraFile& file) {
  if (!file.samples.empty()) return file.samples;
  std::string out;
  if (file.coding == SierraCoding::plain) {
    for (const auto& lead : file.leads)
      for (const int sample : lead) out += std::to_string(sample) + " ";
    return out;
  }
  if (file.coding == SierraCoding::int16) {
    for (const auto& lead : file.leads) out += int16Bytes(lead);
    return encodeBase64(out);
  }
  const bool limbs = file.leads.size() >= 6;
  for (const auto& lead : limbs ? storedForXli(file.leads) : file.leads) out += xliChunk(lead);
  return encodeBase64(out + file.moreChunks);
}

std::string waveforms(const SierraFile& file) {
  std::map<std::string, std::string> attributes = {
      {"dataencoding", file.coding == SierraCoding::plain ? "Plain" : "Base64"},
      {"compression", file.coding == SierraCoding::xli ? "XLI" : ""},
      {"numberofleads", "12"},
      {"leadlabels", "I II III aVR aVL aVF V1 V2 V3 V4 V5 V6"},
      {"durationperchannel", std::to_string(2 * file.leads[0].size())},
      {"samplespersecond", "500"},
      {"resolution", "5"},
      {"signaloffset", "0"},
      {"hipass", "0.05"},
      {"lowpass", "150"},
      {"notchfiltered", "False"}};
  for (const auto& [name, text] : file.set) attributes[name] = text;
  std::string out = "<parsedwaveforms";
  for (const auto& [name, text] : attributes)
    if (!text.empty()) out += " " + name + "=\"" + text + "\"";
  return out + ">" + samplesOf(file) + "</parsedwaveforms>\n";
}

}  // namespace

std::vector<std::vector<int>> SierraFile::twelveLeads(int samples) {
  std::vector<std::vector<int>> leads(12);
  for (int t = 0; t < samples; ++t) {
    const auto wave = [&](int k) {
      return static_cast<int>(std::lround(200 * std::sin(0.1 * (k + 1) * t) + (t * k) % 7));
    };
    const int one = wave(0), two = wave(1), off = t % 3 - 1;
    const int limbs[] = {
        one, two, two - one - off, -(one + two) / 2 + off, one - two / 2, (two - one) / 2 - off};
    for (std::size_t i = 0; i < 12; ++i)
      leads[i].push_back(i < 6 ? limbs[i] : wave(static_cast<int>(i)));
  }
  return leads;
}

SierraFile sierra103() {
  SierraFile file;
  file.type = "SierraECG";
  file.version = "1.03";
  for (const char* absent : {"compression", "numberofleads", "leadlabels", "samplespersecond",
                             "resolution", "signaloffset", "hipass", "lowpass", "notchfiltered"})
    file.set[absent] = "";
  file.set["compressflag"] = "True";
  file.set["compressmethod"] = "XLI";
  file.set["filterflag"] = "True";
  file.signal =
      "<samplingrate>500</samplingrate><signalresolution>5</signalresolution>"
      "<signalbandwidth>0.05-150</signalbandwidth><acquisitiontype>STD-12</acquisitiontype>"
      "<signaloffset>0</signaloffset><numberchannelsallocated>12</numberchannelsallocated>";
  return file;
}

std::string writeBeats(const std::vector<std::pair<std::string, std::vector<int>>>& beats,
                       const std::string& attributes) {
  std::string out = "<repbeats dataencoding=\"Base64\" " + attributes + ">";
  for (const auto& [name, samples] : beats)
    out += "<repbeat leadname=\"" + name + "\"><qtint>380</qtint><waveform>" +
           encodeBase64(int16Bytes(samples)) + "</waveform></repbeat>";
  return out + "</repbeats>\n";
}

std::string writeSierra(const SierraFile& file) {
  const std::string info =
      element("documenttype", file.type) + element("documentversion", file.version);
  const std::string taken = "<dataacquisition date=\"2010-01-19\" time=\"15:19:22\">" +
                            element("signalcharacteristics", file.signal) + "</dataacquisition>\n";
  return "<?xml version=\"1.0\"?>\n<" + file.root +
         " xmlns=\"http://www3.medical.philips.com\">\n" + element("documentinfo", info) +
         element("orderinfo", element("reasonfororder", "TEST")) + taken +
         element("patient", element("generalpatientdata", file.patient)) +
         element("interpretations", element("interpretation", file.interpretation)) +
         element("waveforms", waveforms(file) + file.beats) + "</" + file.root + ">\n";
}

std::string asUtf16(const std::string& ascii) {
  std::string out = "\xFF\xFE";
  for (const char c : ascii) out += {c, '\0'};
  return out;
}

}  // namespace ecg::test
