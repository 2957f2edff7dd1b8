#include "preprocess/formats/muse/lead_data.h"

#include <optional>

#include "preprocess/formats/base64.h"
#include "preprocess/formats/crc32.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/questions.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/formats/xml/int16_samples.h"
#include "preprocess/formats/xml/number_list.h"
#include "preprocess/leads/names.h"

namespace ecg::muse {
namespace {

/// A child element's text as a number; nothing where the element is missing or empty.
std::optional<double> numberOf(const xml::Element& lead, const char* name,
                               const std::string& where) {
  const std::string text = lead.child(name).text();
  if (text.empty()) return std::nullopt;
  return xml::readNumber(text, where, name);
}

void checkCount(const xml::Element& lead, const char* name, std::size_t found,
                const std::string& where) {
  const auto stated = numberOf(lead, name, where);
  if (!stated || *stated == static_cast<double>(found)) return;
  reject(*stated > static_cast<double>(found) ? "truncated" : "bad-header",
         {where, " has ", found, " where its ", name, " says ", text::number(*stated, 12),
          "; get the original file."});
}

/// Millivolts of one step.
double stepOf(const xml::Element& lead, const std::vector<std::int16_t>& stored,
              const std::string& where, const ReadOptions& options) {
  const auto perBit = numberOf(lead, "LeadAmplitudeUnitsPerBit", where);
  if (perBit && !(*perBit > 0))
    reject("bad-header", {where, " has steps of ", text::number(*perBit),
                          " (LeadAmplitudeUnitsPerBit), which no lead can have; get "
                          "the original file."});
  const auto unit = voltageUnitsPerMillivolt(lead.child("LeadAmplitudeUnits").text());
  if (perBit && unit) return *perBit / *unit;
  const double known = perBit.value_or(1);
  std::vector<float> raw;
  raw.reserve(stored.size());
  for (const std::int16_t value : stored) raw.push_back(static_cast<float>(value * known));
  return known /
         askedUnitsPerMillivolt(
             where + ", does not say the unit of its samples (LeadAmplitudeUnits)", raw, options);
}

bool saysTrue(const xml::Element& lead, const char* name) {
  return text::lower(lead.child(name).text()) == "true";
}

bool checksumFails(const xml::Element& lead, const std::vector<std::uint8_t>& bytes) {
  const std::string text = lead.child("LeadDataCRC32").text();
  if (text.empty()) return false;
  const auto stated = parseDecimal(text);
  return !stated || stated->value != crc32({bytes.data(), bytes.size()});
}

std::size_t clippedSamples(const xml::Element& lead, const std::vector<std::int16_t>& stored,
                           const std::string& where) {
  const auto high = numberOf(lead, "LeadHighLimit", where);
  const auto low = numberOf(lead, "LeadLowLimit", where);
  if (!high || !low || !(*high > *low)) return 0;
  std::size_t count = 0;
  for (const std::int16_t value : stored) count += value >= *high || value <= *low;
  return count;
}

}  // namespace

LeadData readLead(const std::string& file, const xml::Element& element,
                  const ReadOptions& options) {
  LeadData out;
  Lead& lead = out.signal.lead;
  lead.storedName = element.child("LeadID").text();
  lead.name = canonicalLeadName(lead.storedName);
  const std::string where = sentence({file, ", lead ", text::quoted(lead.storedName)});
  if (const auto size = numberOf(element, "LeadSampleSize", where); size && *size != 2)
    reject("unsupported-sample-size",
           {where, " has samples of ", text::number(*size),
            " bytes, and only samples of 2 can be read; export it another way."});
  const auto bytes = decodeBase64(element.child("WaveFormData").text(), where);
  checkCount(element, "LeadByteCountTotal", bytes.size(), where);
  const auto stored = xml::int16Samples(bytes, where);
  checkCount(element, "LeadSampleCountTotal", stored.size(), where);

  const double step = stepOf(element, stored, where, options);
  out.signal.samples.reserve(stored.size());
  for (const std::int16_t value : stored)
    out.signal.samples.push_back(static_cast<float>(value * step));
  LeadNotes& notes = out.notes;
  notes.checksumFailed = checksumFails(element, bytes);
  notes.clipped = clippedSamples(element, stored, where);
  notes.off = saysTrue(element, "LeadOff");
  for (const char* name : {"BaselineSway", "ExcessiveACNoise", "MuscleNoise"})
    if (saysTrue(element, name)) notes.noise.push_back(name);
  notes.baseline = numberOf(element, "FirstSampleBaseline", where).value_or(0) != 0;
  notes.timeOffset = element.child("LeadTimeOffset").text();
  notes.firstSample = element.child("LeadOffsetFirstSample").text();
  return out;
}

}  // namespace ecg::muse
