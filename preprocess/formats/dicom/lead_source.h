#pragma once

#include <string>

#include "preprocess/formats/dicom/charset.h"

namespace ecg::dicom {

/// Where a channel's signal comes from: its code and what the file calls it.
struct LeadSource {
  std::string code, scheme;
  std::string storedName;  ///< the code's meaning, else the channel's label, else the code
  std::string byCode;      ///< the lead that the code stands for; empty where it is no known one
  std::string byMeaning;   ///< the same by the meaning
  bool leadCode = false;   ///< the code is of an ECG lead, be it one without a short name

  bool isLead() const { return leadCode || !byMeaning.empty(); }
  bool contradicts() const { return !byCode.empty() && !byMeaning.empty() && byCode != byMeaning; }
};

/// Reads the source of a channel (PS3.16, CID 3001): codes of ISO/IEEE 11073-10101 (MDC: "2:1",
/// "131073", "MDC_ECG_LEAD_I"), of SCP-ECG ("5.6.3-9-1") or a meaning ("Lead I (Einthoven)").
LeadSource readLeadSource(const DataSet& channel, const Charset& charset);

}  // namespace ecg::dicom
