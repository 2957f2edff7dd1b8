#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/csv_heading.h"
#include "preprocess/formats/csv_lines.h"
#include "preprocess/formats/reader.h"

namespace ecg::csv {

enum class Role {
  lead,
  time,     ///< numbers, in `secondsPerUnit` or an unknown unit
  clock,    ///< dates and times as text
  counter,  ///< numbers the samples
  first,    ///< an unnamed first column: time or counter if it is evenly spaced, else a lead
  skipped
};

struct Column {
  Role role = Role::lead;
  Heading heading;
  double secondsPerUnit = 0;     ///< 0 where unknown
  double unitsPerMillivolt = 0;  ///< of a lead in volts; 0 where unknown or another unit
};

/// What the lines before the data say of the table.
struct Layout {
  char delimiter = oneColumn;
  std::vector<Column> columns;
  std::optional<double> statedRate;  ///< Hz, from a comment
  std::vector<std::string> comments;
  std::string firstTime;  ///< the first cell of a clock column that has dates
  Lines data{{}};         ///< at the first line of data
  std::vector<Diagnostic> diagnostics;
};

/// Reads the comments, the header line and the units line, and gives every column its role.
///
/// @param file its name, for messages.
/// @throws InputError `no-signal`, `ragged`, `open-quote`, `too-many-columns`, `rate-mismatch`.
Layout readLayout(const std::string& file, std::string_view text, const ReadOptions& options);

/// Splits a line of the file, or throws `open-quote` or `too-many-columns`.
void splitLine(const std::string& file, std::size_t number, std::string_view line, char delimiter,
               std::vector<std::string_view>& cells);

/// A lead's unit is its heading's, or the caller's for every column that has none.
bool needsUnit(const Column& column);

}  // namespace ecg::csv
