#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"
#include "preprocess/formats/xml/document.h"

namespace ecg::muse {

/// One LeadData element.
struct StoredLead {
  std::string name;                   ///< LeadID
  std::vector<std::uint8_t> samples;  ///< 16-bit, little-endian
  double millivoltsPerUnit = 0;
  double lowest = 0, highest = 0;  ///< what clips; equal where the file does not say
  bool checksumHolds = true, off = false;
  bool late = false;         ///< LeadTimeOffset or LeadOffsetFirstSample is not 0
  bool hasBaseline = false;  ///< FirstSampleBaseline is not 0

  std::size_t length() const { return samples.size() / 2; }
  std::int16_t at(std::size_t i) const {
    return static_cast<std::int16_t>(samples[2 * i] | samples[2 * i + 1] << 8);
  }
};

/// @throws InputError `unit-unknown`, `bad-base64`, `bad-waveform`.
StoredLead readLead(const xml::Element& leadData, const std::string& file,
                    const ReadOptions& options);

/// The number of an element; empty where there is none.
std::optional<double> numberIn(const xml::Element& element);

}  // namespace ecg::muse
