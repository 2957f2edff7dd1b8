#include "models/evaluation/label_table.h"

#include <set>

#include "models/error.h"
#include "models/evaluation/csv_reader.h"
#include "models/evaluation/number.h"
#include "models/evaluation/ptbxl_labels.h"
#include "models/evaluation/recording_name.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::size_t cellsSaid = 5;

LabelTable startTable(const std::vector<std::string>& header) {
  if (trimmed(header[0]) != "recording")
    throw ModelError("no-recording-column",
                     "The label table's first column is " + quote(header[0]) +
                         ": give a comma-separated table whose first column is named recording.");
  if (header.size() == 1)
    throw ModelError("no-labels",
                     "The label table has a recording column and no label: give a column a label.");
  LabelTable table;
  table.format = "table";
  std::set<std::string> seen;
  for (std::size_t column = 1; column < header.size(); ++column) {
    const std::string label(trimmed(header[column]));
    if (label.empty())
      throw ModelError("unnamed-label", "Column " + std::to_string(column + 1) +
                                            " of the label table has no name: name its label.");
    if (!seen.insert(label).second)
      throw ModelError("duplicate-label", "The label table has two columns named " + quote(label) +
                                              ": leave one out.");
    table.labels.push_back(label);
  }
  return table;
}

bool readOutcome(std::string_view cell, Outcome& outcome) {
  cell = trimmed(cell);
  if (cell.empty()) return true;
  const auto value = parseNumber(cell);
  if (!value || (*value != 0 && *value != 1)) return false;
  outcome = *value == 1 ? Outcome::present : Outcome::absent;
  return true;
}

void sayRest(LabelTable& table, const std::vector<std::size_t>& badCells) {
  for (std::size_t i = 0; i < badCells.size(); ++i)
    if (badCells[i] > cellsSaid)
      table.problems.push_back({"bad-label",
                                std::to_string(badCells[i] - cellsSaid) +
                                    " further cells of the column " + quote(table.labels[i]) +
                                    " are neither 0, 1 nor empty: they are taken as unknown.",
                                "", table.labels[i]});
}

void readRows(CsvReader& reader, LabelTable& table) {
  std::vector<std::string> cells;
  std::vector<std::size_t> badCells(table.labels.size());
  while (reader.next(cells)) {
    const std::string line = "Line " + std::to_string(reader.line()) + " of the label table";
    if (reader.openQuote())
      throw ModelError("open-quote", line + " opens a quote that is never closed: close it.");
    const std::string recording(trimmed(cells[0]));
    if (recording.empty()) {
      table.problems.push_back({"bad-row", line + " names no recording: it is left out.", "", ""});
      continue;
    }
    if (cells.size() != table.labels.size() + 1) {
      table.problems.push_back({"bad-row",
                                line + " has " + std::to_string(cells.size()) +
                                    " cells where its header has " +
                                    std::to_string(table.labels.size() + 1) + ": it is left out.",
                                recording, ""});
      continue;
    }
    LabelRow row;
    row.names = {recording};
    row.outcomes.assign(table.labels.size(), Outcome::unknown);
    for (std::size_t i = 0; i < table.labels.size(); ++i) {
      if (readOutcome(cells[i + 1], row.outcomes[i]) || ++badCells[i] > cellsSaid) continue;
      table.problems.push_back({"bad-label",
                                line + " has " + quote(cells[i + 1]) + " in the column " +
                                    quote(table.labels[i]) +
                                    ", which is neither 0, 1 nor empty: it is taken as unknown.",
                                recording, table.labels[i]});
    }
    table.rows.push_back(std::move(row));
  }
  sayRest(table, badCells);
}

}  // namespace

LabelTable readLabelTable(std::string_view text) {
  CsvReader reader(text);
  std::vector<std::string> header;
  if (!reader.next(header))
    throw ModelError("empty-labels",
                     "The label table is empty: give a header line and a line a recording.");
  if (reader.openQuote())
    throw ModelError("open-quote", "The header of the label table opens a quote that is never "
                                   "closed: close it.");
  LabelTable table;
  if (isPtbxlHeader(header)) {
    table = readPtbxlRows(header, reader);
  } else {
    table = startTable(header);
    readRows(reader, table);
  }
  mergeDuplicates(table);
  if (table.rows.empty())
    throw ModelError("empty-labels",
                     "The label table has no usable line under its header: give a line a recording.");
  return table;
}

}  // namespace founder
