#include "tests/support/muse_writer.h"

#include "preprocess/error.h"
#include "preprocess/formats/base64.h"
#include "preprocess/formats/crc32.h"
#include "tests/support/base64_writer.h"

namespace ecg::test {
namespace {

std::string checksum(const std::string& bytes) {
  return std::to_string(crc32({reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}));
}

std::string element(const std::string& name, const std::string& text) {
  return "<" + name + ">" + text + "</" + name + ">\n";
}

std::string leadData(const MuseLead& lead) {
  const std::string bytes = int16Bytes(lead.samples);
  const std::vector<std::pair<std::string, std::string>> parts = {
      {"LeadByteCountTotal", std::to_string(bytes.size())},
      {"LeadTimeOffset", "0"},
      {"LeadSampleCountTotal", std::to_string(lead.samples.size())},
      {"LeadAmplitudeUnitsPerBit", "4.88"},
      {"LeadAmplitudeUnits", "MICROVOLTS"},
      {"LeadHighLimit", "32767"},
      {"LeadLowLimit", "-32768"},
      {"LeadID", lead.id},
      {"LeadOffsetFirstSample", "0"},
      {"FirstSampleBaseline", "0"},
      {"LeadSampleSize", "2"},
      {"LeadOff", "FALSE"},
      {"BaselineSway", "FALSE"},
      {"MuscleNoise", ""},
      {"LeadDataCRC32", checksum(bytes)},
      {"WaveFormData", encodeBase64(bytes)}};
  std::string out;
  for (const auto& [name, text] : parts) {
    const auto set = lead.set.find(name);
    const std::string& written = set == lead.set.end() ? text : set->second;
    if (!written.empty()) out += element(name, written);
  }
  return element("LeadData", out);
}

std::string waveform(const MuseWaveform& wave) {
  std::string out = element("WaveformType", wave.type);
  if (!wave.base.empty()) out += element("SampleBase", wave.base);
  if (!wave.exponent.empty()) out += element("SampleExponent", wave.exponent);
  out += element("HighPassFilter", wave.highPass) + element("LowPassFilter", wave.lowPass) +
         element("ACFilter", wave.mains);
  for (const MuseLead& lead : wave.leads) out += leadData(lead);
  return element("Waveform", out + wave.more);
}

std::string diagnosis(const std::string& name,
                      const std::vector<std::pair<std::string, bool>>& statements) {
  std::string out = element("Modality", "RESTING");
  for (const auto& [text, ends] : statements)
    out += element("DiagnosisStatement",
                   (ends ? element("StmtFlag", "ENDSLINE") : "") + element("StmtText", text));
  return statements.empty() ? "" : element(name, out);
}

}  // namespace

std::string writeMuse(const MuseFile& file) {
  std::string out = element("PatientDemographics", file.patient) +
                    element("TestDemographics", file.test) +
                    diagnosis("Diagnosis", file.diagnosis) +
                    diagnosis("OriginalDiagnosis", file.original) + file.more;
  for (const MuseWaveform& wave : file.waveforms) out += waveform(wave);
  return "<?xml version=\"1.0\" encoding=\"ISO-8859-1\"?>\n<!DOCTYPE " + file.root +
         " SYSTEM \"restecg.dtd\">\n" + element(file.root, out);
}

std::string repairMuseChecksums(const std::string& bytes) {
  const std::string sum = "<LeadDataCRC32>", data = "<WaveFormData>";
  std::string out = bytes;
  for (std::size_t at = 0; (at = out.find(sum, at)) != std::string::npos;) {
    at += sum.size();
    const std::size_t end = out.find('<', at), from = out.find(data, at);
    if (end == std::string::npos || from == std::string::npos) break;
    const std::size_t start = from + data.size(), stop = out.find('<', start);
    if (stop == std::string::npos) break;
    try {
      const auto decoded = decodeBase64(std::string_view(out).substr(start, stop - start), "");
      out.replace(at, end - at, std::to_string(crc32({decoded.data(), decoded.size()})));
    } catch (const InputError&) {
    }
  }
  return out;
}

}  // namespace ecg::test
