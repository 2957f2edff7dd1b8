#pragma once

#include <optional>
#include <vector>

#include "preprocess/formats/dicom/lead_source.h"
#include "preprocess/recording.h"

namespace ecg::dicom {

/// The filters that a file says a channel has passed; 0 and absence both mean none.
struct Filters {
  double low = 0, high = 0;     ///< Hz
  double notch = 0, width = 0;  ///< Hz
  bool any() const { return low > 0 || high > 0 || notch > 0; }
};

/// One channel of a multiplex group, as its definition has it.
struct Channel {
  LeadSource source;
  bool ecg = false;
  std::string unit;  ///< as stored; empty where the file has none
  std::optional<double> sensitivity;
  double correction = 1;
  double baseline = 0;  ///< in `unit`
  double skewSeconds = 0;
  Filters filters;
};

/// Reads the definitions of a group's channels (PS3.3, C.10.9.1.4).
///
/// @param ecgObject the object is an ECG, so that a channel which does not say what it is is a lead
///   where its unit allows.
/// @throws InputError `bad-header`.
std::vector<Channel> readChannels(const DataSet& group, const Charset& charset, bool ecgObject);

}  // namespace ecg::dicom
