#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg {

/// WFDB records (PhysioNet): a `.hea` header and the signal files it names, by the specifications
/// header(5) and signal(5) of the WFDB Applications Guide. Sample formats 8, 16, 24, 32, 61, 80,
/// 160, 212, 310 and 311; 508, 516 and 524, which are FLAC files (RFC 9639) with a channel for each
/// signal, whose start in the header is counted in samples; multi-segment records of fixed and
/// variable layout; the Challenges' `.mat` signal files.
const Format& wfdbFormat();

/// More samples than this (leads x length; 1 GiB of floats) are refused, and fewer where they would
/// be out of proportion to the bytes given.
inline constexpr std::uint64_t wfdbSampleLimit = std::uint64_t{1} << 28;

/// Reads the one record of a set of files.
///
/// @throws InputError `several-recordings` where the set has more than one; `missing-file`,
///   `ambiguous-file`, `bad-header`, `truncated`, `unsupported-format`, `too-large`, `no-signal`,
///   `bad-signal-file`, and the mismatches between segments. Of FLAC files also `bad-flac`,
///   `length-unknown`, and `checksum-failed`: a frame whose CRC is another ends the reading, since
///   neither its samples nor where the next one begins can be believed. Their MD5 is not checked.
ReadResult readWfdb(const FileSet& files, const ReadOptions& options,
                    std::uint64_t sampleLimit = wfdbSampleLimit);

/// Names of the headers that the set lacks, going by the names of its signal files: `x.hea` for an
/// `x.dat`, or an `x.mat` that is no MATLAB file of level 5 or 7.3, which WFDB does not use. A hint
/// for when the bytes fit no format.
std::vector<std::string> wfdbHeadersFor(const FileSet& files);

}  // namespace ecg
