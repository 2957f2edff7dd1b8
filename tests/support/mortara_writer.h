#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::test {

/// A CHANNEL; an attribute that is empty is left out.
struct MortaraChannel {
  std::string name = "II";
  std::string offset = "0", bits = "16", format = "SIGNED", encoding = "BASE64";
  std::string unitsPerMv = "400", sampleFreq = "500";
  std::string duration;  ///< what the file says; the true count where empty
  std::vector<std::int16_t> samples = {0, 400, -200, 32767, -32768};
  std::string data;     ///< the base64 itself; of `samples` where empty
  bool asText = false;  ///< the data as the element's text instead of DATA
};

struct MortaraFile {
  std::string declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n";
  std::string root = " ACQUISITION_TIME=\"20231201120000\"";  ///< attributes of ECG
  std::string before;  ///< XML ahead of the channels: SUBJECT, SOURCE, ...
  std::vector<MortaraChannel> channels = {MortaraChannel{}};
  std::vector<MortaraChannel> cycle;  ///< TYPICAL_CYCLE takes its layout from the first
};

/// The bytes of a Mortara XML document.
std::string writeMortara(const MortaraFile& file);

}  // namespace ecg::test
