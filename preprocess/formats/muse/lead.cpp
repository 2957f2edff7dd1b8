#include "preprocess/formats/muse/lead.h"

#include <cmath>

#include "preprocess/formats/base64.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::muse {
namespace {

/// The CRC-32 of ZIP (ISO 3309).
std::uint32_t crc32(const std::vector<std::uint8_t>& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (const std::uint8_t byte : bytes) {
    crc ^= byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320 : 0);
  }
  return ~crc;
}

std::optional<double> unitsPerMillivolt(const std::string& unit) {
  const std::string name = text::lower(unit);
  if (name == "microvolts") return 1000;
  if (name == "millivolts") return 1;
  return std::nullopt;
}

}  // namespace

std::optional<double> numberIn(const xml::Element& element) {
  const auto decimal = parseDecimal(element.text());
  if (!decimal || !std::isfinite(decimal->value)) return std::nullopt;
  return decimal->value;
}

StoredLead readLead(const xml::Element& leadData, const std::string& file,
                    const ReadOptions& options) {
  StoredLead lead;
  lead.name = leadData.child("LeadID").text();
  const std::string named = "lead " + text::quoted(lead.name);
  const auto bad = [&](const std::string& what) {
    return InputError("bad-waveform", file + " holds " + what + " in " + named +
                                          "; export it from MUSE again.");
  };
  const auto sampleSize = numberIn(leadData.child("LeadSampleSize"));
  if (sampleSize && *sampleSize != 2) throw bad("samples of another size than 2 bytes");
  lead.samples = decodeBase64(leadData.child("WaveFormData").rawText(), file);
  if (lead.samples.size() % 2 != 0) throw bad("half a sample");
  const auto count = numberIn(leadData.child("LeadSampleCountTotal"));
  if (count && *count != static_cast<double>(lead.length()))
    throw bad(std::to_string(lead.length()) + " samples where LeadSampleCountTotal says " +
              text::number(*count));

  const auto perBit = numberIn(leadData.child("LeadAmplitudeUnitsPerBit"));
  auto perMillivolt = unitsPerMillivolt(leadData.child("LeadAmplitudeUnits").text());
  if (!perMillivolt) perMillivolt = options.unitsPerMillivolt;
  if (!perMillivolt)
    throw InputError("unit-unknown", file + " does not say in LeadAmplitudeUnits what unit " +
                                         named +
                                         " has; give unitsPerMillivolt (1000 for microvolts).");
  if (!perBit || !(*perBit > 0)) throw bad("no positive LeadAmplitudeUnitsPerBit");
  lead.millivoltsPerUnit = *perBit / *perMillivolt;

  if (const auto crc = numberIn(leadData.child("LeadDataCRC32")))
    lead.checksumHolds = *crc == crc32(lead.samples);
  lead.highest = numberIn(leadData.child("LeadHighLimit")).value_or(0);
  lead.lowest = numberIn(leadData.child("LeadLowLimit")).value_or(0);
  const auto isSet = [&](const char* element) {
    const std::string value = leadData.child(element).text();
    return !value.empty() && value != "0";
  };
  lead.late = isSet("LeadTimeOffset") || isSet("LeadOffsetFirstSample");
  lead.hasBaseline = isSet("FirstSampleBaseline");
  lead.off = text::lower(leadData.child("LeadOff").text()) == "true";
  return lead;
}

}  // namespace ecg::muse
