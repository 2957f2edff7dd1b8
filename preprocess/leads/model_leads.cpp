#include "preprocess/leads/model_leads.h"

#include <algorithm>
#include <vector>

#include "preprocess/leads/derive.h"
#include "preprocess/leads/names.h"

namespace ecg {
namespace {

constexpr const char* nearestLeadI[] = {"II", "-aVR", "MLI", "MLII", "CM5", "V6", "V5",
                                        "V4", "aVL",  "aVF", "III",  "V3",  "V2", "V1"};

std::string lowered(std::string text) {
  for (char& c : text)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return text;
}

std::vector<std::string> voltageLeadNames(const Recording& recording) {
  std::vector<std::string> names;
  for (const Lead& lead : recording.leads)
    if (lead.unit == "mV") names.push_back(canonicalLeadName(lead.name));
  return names;
}

/// The lead of several, none of them I.
std::string nearest(const std::vector<std::string>& names) {
  for (const char* wanted : nearestLeadI)
    for (const std::string& name : names)
      if (lowered(name) == lowered(wanted)) return name;
  for (const std::string& name : names)
    if (!name.empty() && name != "aVR") return name;
  return names.empty() ? "" : names.front();
}

std::string listed(const std::vector<std::string>& names) {
  std::string text;
  for (std::size_t i = 0; i < names.size(); ++i)
    text += (i == 0 ? "" : i + 1 == names.size() ? " and " : ", ") + names[i];
  return text;
}

bool has(const std::vector<std::string>& names, const char* name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

std::string reasonForTwelve(const LeadSources& sources) {
  if (sources.derived.empty()) return "All twelve leads are stored, as the 12-lead network needs.";
  return sentence({"Twelve leads are there for the 12-lead network: ", listed(sources.derived),
                   (sources.derived.size() == 1 ? " is" : " are"),
                   " derived from the stored limb leads."});
}

}  // namespace

ModelLeads modelLeads(const Recording& recording) {
  const LeadSources sources = leadSources(recording);
  if (sources.missing.empty()) return {12, "", reasonForTwelve(sources)};
  const auto names = voltageLeadNames(recording);
  if (names.empty())
    return {1, "", "The recording has no lead in mV, so that neither network can be used."};
  ModelLeads out{1, "I", "lead I"};
  if (has(sources.missing, "I")) {
    out.lead = nearest(names);
    out.reason = names.size() == 1 ? "its only lead" : "the lead nearest to lead I that it has";
    if (!out.lead.empty()) out.reason += ", " + out.lead;
  }
  out.reason = sentence({"The recording lacks ", listed(sources.missing),
                         ", so that it is for the 1-lead network, which takes ", out.reason, "."});
  return out;
}

}  // namespace ecg
