#pragma once

#include <string>

#include "preprocess/beats/detect.h"
#include "preprocess/quality/quality.h"
#include "tests/support/ecg_simulator.h"

namespace ecg::testing {

/// The quality of a recording whose beats were detected.
inline Quality qualityOf(const Recording& recording) {
  return assessQuality(recording, detectQrs(recording));
}

inline Quality qualityOf(const SimulatedEcg& settings) {
  return qualityOf(simulate(settings).recording);
}

/// The reasons by code and lead, "flat V3, no-beats".
inline std::string codesOf(const Quality& quality) {
  std::string out;
  for (const QualityReason& reason : quality.reasons)
    out += (out.empty() ? "" : ", ") + reason.code + (reason.lead.empty() ? "" : " ") + reason.lead;
  return out;
}

/// True where a reason has this code and, unless it is "any", this lead.
inline bool complains(const Quality& quality, const std::string& code,
                      const std::string& lead = "any") {
  for (const QualityReason& reason : quality.reasons)
    if (reason.code == code && (lead == "any" || reason.lead == lead)) return true;
  return false;
}

}  // namespace ecg::testing
