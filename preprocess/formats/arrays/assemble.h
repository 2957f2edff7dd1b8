#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::arrays {

/// A file of arrays and what it holds.
struct Source {
  std::string file;    ///< its name, for messages
  std::string format;  ///< "npy", "mat", ...
  Contents contents;
};

/// Makes a recording of the arrays of a file, whatever its format: chooses the one that is the ECG
/// or the several that are its leads, tells leads from samples, and takes the rate, the unit and
/// the names from beside it or from the caller.
///
/// Diagnostics: `several-recordings`, `lead-axis`, `lead-unnamed`, `gain-taken`,
/// `time-unit-assumed`, `missing-samples`, `duplicate-lead`.
///
/// @throws InputError `no-signal`, `no-such-recording`, `axis-unknown`, `unit-unknown`,
///   `rate-unknown`, `unit-mismatch`, `rate-mismatch`, `leads-mismatch`, `bad-option`.
ReadResult assemble(Source source, const ReadOptions& options);

}  // namespace ecg::arrays
