#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"
#include "preprocess/formats/xml/signals.h"

namespace ecg::muse {

/// What a LeadData element says of its samples besides the samples.
struct LeadNotes {
  bool checksumFailed = false;
  std::size_t clipped = 0;         ///< samples at or beyond LeadHighLimit or LeadLowLimit
  bool off = false;                ///< LeadOff
  std::vector<std::string> noise;  ///< BaselineSway, ExcessiveACNoise, MuscleNoise that are TRUE
  bool baseline = false;           ///< FirstSampleBaseline is not 0
  std::string timeOffset, firstSample;  ///< LeadTimeOffset, LeadOffsetFirstSample as stored
};

struct LeadData {
  xml::Signal signal;
  LeadNotes notes;
};

/// Reads a LeadData element into mV.
/// @throws InputError `bad-base64`, `bad-header`, `truncated`, `unit-unknown`, `bad-option`,
///   `unsupported-sample-size`.
LeadData readLead(const std::string& file, const xml::Element& element, const ReadOptions& options);

}  // namespace ecg::muse
