#pragma once

#include <optional>
#include <string>

#include "preprocess/formats/csv_layout.h"
#include "preprocess/formats/csv_time.h"

namespace ecg::csv {

struct Rate {
  std::optional<double> hertz;  ///< absent where the file leaves it unsaid and so does the caller
  std::string hint;             ///< what the times would mean in each likely unit
};

/// The rate by, in turn, the file's comment, its time column, and the caller.
///
/// @param column the one that tells the time, or null.
/// @throws InputError `rate-mismatch` where two of them differ by more than 1 %.
Rate settleRate(const std::string& file, const Layout& layout, const Column* column,
                const Timing& timing, const ReadOptions& options,
                std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::csv
