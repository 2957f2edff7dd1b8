#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::wfdb {

/// One signal specification line of a WFDB header, with the standard's defaults filled in.
struct Signal {
  std::string file;                   ///< base name of the signal file, or "~" for a null signal
  int format = 0;                     ///< sample format, 0 for a null signal
  std::uint64_t samplesPerFrame = 1;  ///< >= 1
  std::uint64_t skew = 0;             ///< frames by which the samples come late
  /// Where the samples start in the file; in a FLAC file not in bytes but in samples of the signal.
  std::uint64_t byteOffset = 0;
  double gain = 200;                  ///< digital units per physical unit, finite and not 0
  bool calibrated = true;             ///< false where the gain is the standard's default of 200
  double baseline = 0;                ///< digital value of 0 physical units
  std::string unit = "mV";            ///< as stored
  std::int64_t initialValue = 0;      ///< the value before the first difference of format 8
  std::optional<std::int64_t> checksum;
  std::string description;  ///< the lead name as stored, empty where there is none
  std::size_t line = 0;     ///< 1-based line of the header
};

/// One segment specification line: a record name, or "~" for a gap.
struct Segment {
  std::string name;
  std::uint64_t length = 0;  ///< frames
};

/// A parsed WFDB header.
struct Header {
  std::string fileName;                 ///< of the .hea, for messages
  std::optional<double> samplingRate;   ///< frames per second
  std::optional<std::uint64_t> length;  ///< frames per signal; absent where 0 or not stated
  std::string recordedAt;               ///< ISO 8601 where the header's date and time allow it
  bool multiSegment = false;
  std::vector<Segment> segments;
  std::vector<Signal> signals;
  std::vector<std::string> comments;  ///< without their `#`
  std::vector<Diagnostic> diagnostics;
};

/// The last component of a path, with either kind of slash.
std::string_view baseName(std::string_view path);

/// Whether these bytes look like a WFDB header: `certain` where the record line is followed by a
/// signal or segment line, `possible` where only the record line fits.
Match sniffHeader(ByteView bytes);

/// Parses a header by the WFDB specification, header(5).
///
/// @throws InputError `bad-header` (with the line) where a field cannot be what the specification
///   says, `unsupported-format` for unknown sample formats.
Header parseHeader(const NamedBytes& file);

}  // namespace ecg::wfdb
