#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/recording.h"

namespace ecg::ishne {

/// What the header says of the number of samples, and what the file holds.
struct Counts {
  std::int64_t stated = 0;  ///< as stored
  std::size_t leads = 1;
  std::size_t bytes = 0;  ///< from the first sample to the end of the file
};

/// Samples per lead. The size of the file decides whether the stated count is per lead or the
/// total; where it is neither, the nearer of the two counts, as far as the file has it. A
/// diagnostic `sample-count` or `truncated-tail` says so unless the count is per lead and right.
///
/// @throws InputError `no-signal` where not one sample of every lead is there.
std::size_t samplesPerLead(const std::string& file, const Counts& counts,
                           std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::ishne
