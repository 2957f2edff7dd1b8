#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::test {

struct EdfSignal {
  std::string label = "ECG I";
  std::string unit = "uV";
  std::string physicalMin = "-32768", physicalMax = "32767";
  std::string digitalMin = "-32768", digitalMax = "32767";
  std::size_t samplesPerRecord = 100;
  std::vector<std::int32_t> samples;         ///< records x samplesPerRecord
  std::vector<std::string> annotationLists;  ///< instead of samples: one TAL text a record
};

struct EdfFile {
  bool bdf = false;
  std::string reserved;  ///< "EDF+C", "EDF+D", "BDF+C" or empty
  std::string patient = "X X X X";
  std::string recording = "Startdate X X X X";
  std::string startDate = "01.02.03", startTime = "04.05.06";
  std::string records = "1";
  std::string recordSeconds = "1";
  std::string signalCount;  ///< empty: as many as there are
  std::string headerBytes;  ///< empty: right
  std::vector<EdfSignal> signals;
  std::size_t recordsWritten = 1;
};

/// The bytes of an EDF or BDF file; nothing in it is checked, so that tests can write bad ones.
std::vector<std::uint8_t> writeEdf(const EdfFile& file);

}  // namespace ecg::test
