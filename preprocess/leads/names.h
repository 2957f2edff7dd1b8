#pragma once

#include <array>
#include <string>
#include <string_view>

namespace ecg {

/// The twelve standard leads in the order ECGFounder wants.
inline constexpr std::array<std::string_view, 12> standardLeads = {
    "I", "II", "III", "aVR", "aVL", "aVF", "V1", "V2", "V3", "V4", "V5", "V6"};

/// The canonical spelling of a lead name in any of its common spellings: case, `Lead I`, `ECG II`,
/// `MDC_ECG_LEAD_AVR` (ISO 11073-10101), `I (Einthoven)`, underscores and trailing blanks. A name
/// that is not a known lead comes back trimmed and otherwise unchanged, so that no lead is ever
/// given another's name: `MLII` stays `MLII`.
std::string canonicalLeadName(std::string_view name);

/// True for the canonical name of one of the twelve standard leads.
bool isStandardLead(std::string_view canonicalName);

}  // namespace ecg
