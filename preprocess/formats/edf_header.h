#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::edf {

struct Signal {
  std::string label;
  std::string unit;
  double physicalMin = 0, physicalMax = 0;
  double digitalMin = 0, digitalMax = 0;
  std::uint64_t samplesPerRecord = 0;
  std::uint64_t offset = 0;  ///< of its samples within a data record, in bytes
  bool annotations = false;
};

/// What the header says, checked against the bytes that there are.
struct Header {
  std::string fileName;
  bool bdf = false;
  bool plus = false;
  bool discontinuous = false;
  std::string patient, recordedBy, startDate, startTime;
  std::uint64_t headerBytes = 0;
  std::uint64_t records = 0;
  std::uint64_t recordBytes = 0;
  double recordSeconds = 0;
  std::vector<Signal> signals;
  std::vector<Diagnostic> diagnostics;

  std::uint64_t bytesPerSample() const { return bdf ? 3 : 2; }
};

/// Does it start as an EDF or BDF file does, with a header whose numbers are numbers?
bool looksLikeEdf(ByteView bytes);

/// @throws InputError `malformed` naming file and field, `truncated` where data records are missing.
Header parseHeader(const NamedBytes& file);

}  // namespace ecg::edf
