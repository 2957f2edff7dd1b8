#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::edf {

/// One signal of the header. The calibration is absent where the header's text is no number.
struct Signal {
  std::string label;
  std::string dimension;
  std::optional<double> physicalMin, physicalMax, digitalMin, digitalMax;
  std::size_t samplesPerRecord = 0;
  std::size_t offset = 0;  ///< bytes from the start of a record
  bool annotations = false;
};

struct Header {
  std::string format;  ///< "edf", "edf+", "bdf" or "bdf+"
  bool plus = false;
  bool discontinuous = false;
  std::size_t sampleBytes = 2;
  std::string_view patient, recording, startDate, startTime;  ///< as stored, trimmed
  std::size_t bytes = 0;                                      ///< of the header itself
  std::size_t recordBytes = 0;
  std::size_t records = 0;  ///< all of them are in the file
  double recordSeconds = 0;
  std::vector<Signal> signals;
  std::vector<Diagnostic> diagnostics;

  double rate(const Signal& signal) const {
    return static_cast<double>(signal.samplesPerRecord) / recordSeconds;
  }
};

/// How much the first 256 bytes look like those of an EDF or BDF header.
Match sniff(ByteView bytes);

/// Reads the header and checks it against the size of the file, which bounds every count in it.
///
/// @throws InputError `not-edf`, `truncated`, `bad-header`, `no-signal`.
Header readHeader(const NamedBytes& file);

}  // namespace ecg::edf
