#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

namespace ecg::test {

/// A lead of a MUSE XML file to write. An empty text leaves its element out.
struct MuseLead {
  std::string id;
  std::vector<std::int16_t> samples;
  std::string unitsPerBit = "4.88", units = "MICROVOLTS";
  std::string more = "";  ///< elements that go in as they are
  std::optional<std::uint32_t> crc = {};  ///< by default the right one
};

struct MuseWaveform {
  std::string type;
  std::vector<MuseLead> leads;
  std::string sampleBase = "500", sampleExponent = "0";
  std::string more = "";
};

/// The text of a MUSE XML file.
///
/// @param more elements that go before the waveforms as they are.
std::string writeMuse(const std::vector<MuseWaveform>& waveforms, const std::string& more = "");

}  // namespace ecg::test
