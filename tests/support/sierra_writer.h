#pragma once

#include <map>
#include <string>
#include <vector>

namespace ecg::test {

enum class SierraCoding { plain, int16, xli };

/// A document to write. Leads are as the reader is to find them; XLI stores them in its own way.
struct SierraFile {
  std::string root = "restingecgdata", type = "PhilipsECG", version = "1.04";
  SierraCoding coding = SierraCoding::xli;
  std::vector<std::vector<int>> leads = twelveLeads(40);
  /// Attributes of parsedwaveforms that replace those that would be written; an empty text leaves
  /// one out.
  std::map<std::string, std::string> set;
  /// Children of signalcharacteristics.
  std::string signal =
      "<samplingrate>500</samplingrate><acquisitiontype>10-WIRE</acquisitiontype>"
      "<numberchannelsallocated>12</numberchannelsallocated><acsetting>60</acsetting>";
  std::string moreChunks;      ///< bytes after the XLI chunks
  std::string samples;         ///< the text of parsedwaveforms, if not that of `leads`
  std::string patient;         ///< inside generalpatientdata
  std::string interpretation;  ///< inside an interpretation
  std::string beats;           ///< the element repbeats

  /// Waves of I, II and V1 to V6, and limb leads that are a step off what I and II give.
  static std::vector<std::vector<int>> twelveLeads(int samples);
};

/// A SierraECG 1.03 document, whose waveforms say less than those of 1.04.
SierraFile sierra103();

/// The element repbeats in base64.
std::string writeBeats(const std::vector<std::pair<std::string, std::vector<int>>>& beats,
                       const std::string& attributes);

/// The bytes of a Sierra ECG XML file, UTF-8.
std::string writeSierra(const SierraFile& file);

/// ASCII text as UTF-16 with a byte order mark, the low byte first.
std::string asUtf16(const std::string& ascii);

}  // namespace ecg::test
