#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace ecg::test {

/// A signal to write; `digital(i)` is its sample i, counted through all records.
struct EdfSignal {
  std::string label = "ECG II";
  std::string dimension = "mV";
  std::string physicalMin = "-5", physicalMax = "5";
  std::string digitalMin = "-32768", digitalMax = "32767";
  int samplesPerRecord = 100;
  std::function<int(int)> digital = [](int i) { return i % 1000; };
};

/// A file to write. With an EDF+ variant an annotation signal comes last: record r begins with its
/// onset and goes on with `annotations[r]`, each a whole list such as "+1.5\x14text\x14".
struct EdfFile {
  bool bdf = false;
  std::string reserved;  ///< "", "EDF+C", "EDF+D", "BDF+C", ...
  std::string patient = "X X X X", recording = "Startdate X X X X";
  std::string startDate = "02.03.04", startTime = "05.06.07";
  std::string recordSeconds = "1";
  std::string recordCount;  ///< what the header says; the true count where empty
  int records = 3;
  std::vector<EdfSignal> signals = {EdfSignal{}};
  std::vector<std::string> onsets;  ///< "+0", "+1", ...; records end to end where empty
  std::vector<std::string> annotations;
};

/// The bytes of an EDF, EDF+, BDF or BDF+ file.
std::string writeEdf(const EdfFile& file);

}  // namespace ecg::test
