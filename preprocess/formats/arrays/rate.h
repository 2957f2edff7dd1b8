#pragma once

#include <optional>
#include <string>

#include "preprocess/formats/arrays/contents.h"

namespace ecg::arrays {

/// The rate by, in turn, what the file says, a column of times as long as the signal, and the
/// caller; empty where none says it. Times without a unit are taken as seconds where that is
/// plausible, or in the unit that agrees with the caller; `time-unit-assumed` says so.
///
/// @param parent what holds the signal.
/// @throws InputError `rate-mismatch` where the caller's differs by more than 1 % from the file's.
std::optional<double> settleRate(const std::string& file, const Contents& contents,
                                 const std::string& parent, std::size_t length,
                                 const ReadOptions& options, std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::arrays
