#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "models/evaluation/problem.h"

namespace founder {

enum class Outcome : std::int8_t { unknown = -1, absent = 0, present = 1 };

/// One recording and what is known about it.
struct LabelRow {
  std::vector<std::string> names;  ///< as listed; any further names it may be found under
  std::vector<Outcome> outcomes;   ///< one a label
};

/// What experts said about recordings.
struct LabelTable {
  std::string format;  ///< `table` or `ptb-xl`
  std::vector<std::string> labels;
  std::vector<LabelRow> rows;  ///< each recording once
  std::vector<Problem> problems;
};

/// Reads a table of labels: comma-separated, the first column `recording`, then a column for each
/// label by its upstream name with 1, 0 or nothing (unknown); or PTB-XL's own `ptbxl_database.csv`,
/// recognised by its header (see ptbxl_labels.h).
///
/// A cell that is anything else is taken as unknown and said; a recording listed twice is used once,
/// or left out where its rows contradict each other, and that is said.
/// @throws ModelError `empty-labels`, `no-recording-column`, `no-labels`, `unnamed-label`,
///   `duplicate-label`, `open-quote`
LabelTable readLabelTable(std::string_view text);

/// Each recording once: rows of one recording become one, or none where they contradict.
void mergeDuplicates(LabelTable& table);

}  // namespace founder
