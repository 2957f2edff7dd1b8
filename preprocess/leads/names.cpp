#include "preprocess/leads/names.h"

#include <algorithm>
#include <cctype>

namespace ecg {
namespace {

std::string trimmed(std::string_view text) {
  auto blank = [](unsigned char c) { return c <= ' '; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return std::string(text);
}

std::string lowered(std::string_view text) {
  std::string out;
  for (unsigned char c : text) out += static_cast<char>(std::tolower(c));
  return out;
}

bool dropPrefix(std::string& text, std::string_view prefix) {
  if (text.compare(0, prefix.size(), prefix) != 0) return false;
  text.erase(0, prefix.size());
  return true;
}

/// What is left of a name once the words around the lead itself are gone: `mdc_ecg_lead_avr`,
/// `lead i (einthoven)`, `ecg ii`, `ekg_v1` -> `avr`, `i`, `ii`, `v1`.
std::string core(std::string_view name) {
  std::string text = lowered(trimmed(name));
  if (auto open = text.find('('); open != std::string::npos) text = trimmed(text.substr(0, open));
  dropPrefix(text, "mdc_");
  for (std::string_view word : {"ecg", "ekg", "lead"}) {
    if (text.size() > word.size() && dropPrefix(text, word)) {
      while (!text.empty() &&
             (text[0] == ' ' || text[0] == '_' || text[0] == '-' || text[0] == ':'))
        text.erase(0, 1);
    }
  }
  // The reference electrode of an EDF+ label: `aVR-Ref`.
  constexpr std::string_view ref = "-ref";
  if (text.size() > ref.size() && text.compare(text.size() - ref.size(), ref.size(), ref) == 0)
    text.erase(text.size() - ref.size());
  text.erase(std::remove_if(text.begin(), text.end(), [](char c) { return c == ' ' || c == '_'; }),
             text.end());
  return text;
}

}  // namespace

std::string canonicalLeadName(std::string_view name) {
  static constexpr std::array<std::string_view, 9> others = {"V7",  "V8",  "V9",  "V3R", "V4R",
                                                             "V5R", "V6R", "V2R", "-aVR"};
  const std::string wanted = core(name);
  for (auto lead : standardLeads)
    if (lowered(lead) == wanted) return std::string(lead);
  for (auto lead : others)
    if (lowered(lead) == wanted) return std::string(lead);
  return trimmed(name);
}

bool isStandardLead(std::string_view canonicalName) {
  return std::find(standardLeads.begin(), standardLeads.end(), canonicalName) !=
         standardLeads.end();
}

}  // namespace ecg
