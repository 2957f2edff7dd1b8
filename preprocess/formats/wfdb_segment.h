#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/wfdb_header.h"

namespace ecg::wfdb {

/// Millivolts in one of these units (V, mV, uV, µV, nV in any case); absent for other units.
std::optional<double> millivoltsPer(std::string_view unit);

/// Frames of a single-segment record: what its header says, else what its signal files hold.
///
/// @throws InputError `missing-file`, `length-unknown` where neither says it, and what
///   `checkSegment` finds in a FLAC file.
std::uint64_t countFrames(const Header& header, const FileSet& files,
                          std::vector<Diagnostic>& diagnostics);

/// Makes sure, before anything is allocated, that the signal files hold `recordFrames` frames.
///
/// @throws InputError `missing-file`, `ambiguous-file`, `truncated`, `bad-header`, `bad-flac`,
///   `bad-signal-file`.
void checkSegment(const Header& header, const FileSet& files, std::uint64_t recordFrames);

/// How much has to be decompressed to read the first `frames` frames of a record, in samples; the
/// bytes of a FLAC file do not bound it. The largest number where it cannot be counted.
std::uint64_t decompressionWork(const Header& header, const FileSet& files,
                                std::uint64_t recordFrames, std::uint64_t frames);

/// Where the samples of a single-segment record go.
struct Placement {
  std::size_t start = 0;                         ///< first sample in the recording
  std::size_t frames = 0;                        ///< how many, at most the record's own
  std::vector<std::optional<std::size_t>> lead;  ///< for each signal of the record
};

/// Reads the signals of a single-segment record into their place in `recording`, whose samples are
/// NaN there and stay so where a sample is marked invalid or the skew runs past the data. Several
/// samples per frame are averaged down to the frame rate, in digital units and rounded toward 0.
/// Values are in mV for voltages and in the file's unit otherwise.
///
/// @param recordFrames what `countFrames` gave and `checkSegment` found good.
/// @throws InputError `bad-signal-file`, and what is wrong with a FLAC file.
void readSegment(const Header& header, const FileSet& files, std::uint64_t recordFrames,
                 const Placement& placement, Recording& recording);

/// How a message names a signal: its lead, or its line where the lead has no name.
std::string labelOf(const Signal& signal);

/// Adds a diagnostic unless the recording has exactly it already.
void addDiagnostic(std::vector<Diagnostic>& diagnostics, std::string code, std::string message);

}  // namespace ecg::wfdb
