#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace ecg::test {

/// A LeadData element. The elements of `set` replace those that would be written, an empty text
/// leaves one out.
struct MuseLead {
  std::string id = "II";
  std::vector<int> samples = {0, 1, -1, 100, -100, 1000, -1000, 32000};
  std::map<std::string, std::string> set;
};

struct MuseWaveform {
  std::string type = "Rhythm", base = "500", exponent = "0";
  std::string highPass = "16", lowPass = "150", mains = "60";
  std::vector<MuseLead> leads = {MuseLead{}};
  std::string more;  ///< written after the leads
};

/// A document. Statements are (text, ends a line).
struct MuseFile {
  std::string root = "RestingECG";
  std::string patient;  ///< inside PatientDemographics
  std::string test;     ///< inside TestDemographics
  std::vector<std::pair<std::string, bool>> diagnosis, original;
  std::vector<MuseWaveform> waveforms = {MuseWaveform{}};
  std::string more;  ///< written before the waveforms
};

/// The bytes of a MUSE XML file, whose checksums and counts are right unless a lead sets its own.
std::string writeMuse(const MuseFile& file);

/// The same bytes with every LeadDataCRC32 made right again, as far as the file can be understood.
std::string repairMuseChecksums(const std::string& bytes);

}  // namespace ecg::test
