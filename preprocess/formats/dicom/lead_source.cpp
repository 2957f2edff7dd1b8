#include "preprocess/formats/dicom/lead_source.h"

#include <cstdlib>
#include <optional>

#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::dicom {
namespace {

/// The lead of a number that MDC and SCP-ECG share; empty for one without a short name.
std::string leadOfNumber(int number) {
  static constexpr const char* first[] = {"I",   "II",  "V1",  "V2",  "V3",  "V4",
                                          "V5",  "V6",  "V7",  "V2R", "V3R", "V4R",
                                          "V5R", "V6R", "V7R", "X",   "Y",   "Z"};
  static constexpr const char* later[] = {"III", "aVR", "aVL", "aVF", "-aVR",
                                          "V8",  "V9",  "V8R", "V9R"};
  if (number >= 1 && number <= 18) return first[number - 1];
  if (number >= 61 && number <= 69) return later[number - 61];
  return "";
}

std::optional<int> wholeNumber(std::string_view digits) {
  if (digits.empty() || digits.size() > 6) return std::nullopt;
  int value = 0;
  for (char c : digits) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return value;
}

/// The number of a code of either scheme. MDC keeps leads in the lower part of its partition 2.
std::optional<int> leadNumber(std::string_view code, std::string_view scheme) {
  constexpr std::string_view scp = "5.6.3-9-";
  constexpr int mdcPartition = 2 << 16, mostLeads = 255;
  if (code.substr(0, scp.size()) == scp) return wholeNumber(code.substr(scp.size()));
  if (!scheme.empty() && scheme.substr(0, 3) != "MDC") return std::nullopt;
  auto number = code.substr(0, 2) == "2:" ? wholeNumber(code.substr(2)) : wholeNumber(code);
  if (number && code.substr(0, 2) != "2:") *number -= mdcPartition;
  if (!number || *number < 0 || *number > mostLeads) return std::nullopt;
  return number;
}

/// The canonical name where `name` is one of a lead, else nothing.
std::string knownLead(std::string_view name) {
  const std::string lead = canonicalLeadName(name);
  for (const char* other : {"V7", "V8", "V9", "V2R", "V3R", "V4R", "V5R", "V6R", "-aVR"})
    if (lead == other) return lead;
  return isStandardLead(lead) ? lead : "";
}

}  // namespace

LeadSource readLeadSource(const DataSet& channel, const Charset& charset) {
  LeadSource source;
  std::string meaning;
  if (const auto coded = channel.firstItem(tags::channelSource)) {
    source.code = charset.decode(coded->text(tags::codeValue));
    source.scheme = charset.decode(coded->text(tags::codingScheme));
    meaning = charset.decode(coded->text(tags::codeMeaning));
  }
  const std::string label = charset.decode(channel.text(tags::channelLabel));
  source.storedName = !meaning.empty() ? meaning : !label.empty() ? label : source.code;
  constexpr std::string_view mdcName = "mdc_ecg_lead_";
  if (text::lower(source.code).compare(0, mdcName.size(), mdcName) == 0) {
    source.leadCode = true;
    source.byCode = knownLead(source.code);
  } else if (const auto number = leadNumber(source.code, source.scheme)) {
    source.leadCode = true;
    source.byCode = leadOfNumber(*number);
  }
  source.byMeaning = knownLead(meaning);
  if (source.byMeaning.empty()) source.byMeaning = knownLead(label);
  return source;
}

}  // namespace ecg::dicom
