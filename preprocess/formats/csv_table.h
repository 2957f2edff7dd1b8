#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/csv_layout.h"

namespace ecg::csv {

/// The numbers of a table. Row r of column c is `samples[slots[c] * stride + r]`, in mV where the
/// column's unit is known; times are in the column's own unit.
struct Table {
  std::size_t rows = 0;
  std::size_t stride = 0;
  std::vector<std::size_t> slots;  ///< `none` for columns that hold no samples
  std::vector<float> samples;
  std::vector<double> times;  ///< of the column that tells the time, if there is one
  std::size_t missing = 0;    ///< cells that are NaN
  std::size_t trimmed = 0;    ///< rows of nothing at the end, left out

  static constexpr std::size_t none = static_cast<std::size_t>(-1);
};

/// Reads every line of data; takes memory for the samples alone.
///
/// @throws InputError `not-a-number`, `ragged`, `time-not-increasing`, `open-quote`,
///   `too-many-columns`, `no-signal`, each with the line.
Table readTable(const std::string& file, const Layout& layout);

}  // namespace ecg::csv
