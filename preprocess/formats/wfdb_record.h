#pragma once

#include <cstdint>
#include <deque>
#include <string>
#include <vector>

#include "preprocess/formats/wfdb_header.h"
#include "preprocess/formats/wfdb_segment.h"

namespace ecg::wfdb {

/// A single-segment record, or one that a multi-segment record is made of.
struct Part {
  Header header;
  std::uint64_t frames = 0;                      ///< of the record itself
  std::vector<std::optional<std::size_t>> lead;  ///< for each signal, its lead in the recording
};

/// A stretch of the recording that a part fills.
struct Stretch {
  const Part* part = nullptr;
  std::uint64_t start = 0;
  std::uint64_t frames = 0;
};

/// A lead of the recording before its samples are read.
struct PlannedLead {
  std::string description;  ///< as stored, empty where the header names none
  std::string unit;         ///< "mV" for voltages, else as stored
  bool hasSignal = false;   ///< whether any part has a signal for it
};

/// How a record is put together from its headers, single-segment or multi-segment.
struct Plan {
  std::deque<Part> parts;
  std::vector<Stretch> stretches;
  std::vector<PlannedLead> leads;
  std::uint64_t length = 0;  ///< frames
  double samplingRate = 0;   ///< Hz; 0 where no header says it
};

/// Lays out a record. In a multi-segment record of variable layout (header(5): the first segment
/// has length 0 and only names signals) the signals of the segments are matched to the layout by
/// name; in one of fixed layout every segment must have the signals of the first. Segments named
/// "~" are gaps.
///
/// @throws InputError `missing-file`, `bad-header`, `segment-mismatch`, `rate-mismatch`,
///   `unit-mismatch`, `truncated`, and what `countFrames` throws.
Plan planRecord(const Header& master, const FileSet& files, std::vector<Diagnostic>& diagnostics);

/// Base names of the files that the record still needs from the set.
std::vector<std::string> missingOf(const Header& master, const FileSet& files);

}  // namespace ecg::wfdb
