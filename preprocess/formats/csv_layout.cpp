#include "preprocess/formats/csv_layout.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/csv_clock.h"
#include "preprocess/formats/csv_comment.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::csv {
namespace {

using Cells = std::vector<std::string_view>;

bool isHeader(const Cells& cells) { return !std::all_of(cells.begin(), cells.end(), isData); }

/// A header that only numbers its columns, 0, 1, 2, ..., as pandas writes it.
bool numbersColumns(const Cells& cells) {
  const std::size_t first = cells.size() > 1 && cells[0].empty() ? 1 : 0;
  if (cells.size() < first + 3) return false;
  for (std::size_t i = first; i < cells.size(); ++i)
    if (cells[i] != std::to_string(i - first)) return false;
  return true;
}

bool isUnitsLine(const Cells& cells) {
  return isHeader(cells) && std::all_of(cells.begin(), cells.end(), [](std::string_view cell) {
           return isMissing(cell) || isUnit(cell);
         });
}

void setUnit(Heading& heading, std::string_view cell) {
  if (heading.hasUnit || isMissing(cell)) return;
  heading.unit = parseHeading("x " + std::string(cell)).unit;
  if (heading.unit.empty()) heading.unit = text::utf8(cell);
  heading.hasUnit = true;
}

/// Up to eight lines of the table, comments aside, and the comments before the first.
Cells probe(Lines lines, Layout& layout, std::string& lastComment) {
  Cells probed;
  std::string_view line;
  while (probed.size() < 8 && lines.next(line)) {
    if (!isComment(line)) {
      probed.push_back(line);
    } else if (probed.empty()) {
      lastComment = text::utf8(text::trim(line).substr(1));
      layout.comments.push_back(std::string(text::trim(lastComment)));
    }
  }
  return probed;
}

void addColumns(Layout& layout, const Cells& names) {
  for (std::string_view name : names) {
    Column column;
    column.heading = parseHeading(name);
    layout.columns.push_back(std::move(column));
  }
}

/// NumPy writes the header line as a comment: `# time (s),I (mV)`.
void nameFromComment(Layout& layout, const std::string& comment) {
  Cells cells;
  if (comment.empty() || layout.columns.size() < 2) return;
  if (splitCells(comment, layout.delimiter, cells) != Split::ok) return;
  if (cells.size() != layout.columns.size() || !isHeader(cells)) return;
  layout.columns.clear();
  addColumns(layout, cells);
  say(layout.diagnostics, "header-comment",
      {"The columns are named by the comment line before them."});
}

/// Takes the header and the units line, if any; leaves `layout.data` before the first data line and
/// gives that line's cells.
Cells takeHeader(const std::string& file, std::string_view text, Layout& layout,
                 const std::string& comment) {
  Lines lines(text), before(text);
  Cells cells;
  std::string_view line;
  bool named = false, withUnits = false;
  while (true) {
    before = lines;
    if (!lines.next(line))
      reject("no-signal", {file,
                           " holds no line of numbers; check that the right file "
                           "was chosen."});
    if (isComment(line)) continue;
    splitLine(file, lines.number(), line, layout.delimiter, cells);
    if (!named && isHeader(cells)) {
      addColumns(layout, cells);
    } else if (!named && numbersColumns(cells)) {
      layout.columns.resize(cells.size());
    } else if (named && !withUnits && isUnitsLine(cells)) {
      for (std::size_t i = 0; i < std::min(cells.size(), layout.columns.size()); ++i)
        setUnit(layout.columns[i].heading, cells[i]);
      withUnits = true;
    } else {
      break;
    }
    named = true;
  }
  layout.data = before;
  if (!named) {
    if (cells.size() > 1 && cells.back().empty()) cells.pop_back();
    layout.columns.resize(cells.size());
    nameFromComment(layout, comment);
  } else if (layout.columns.size() > 1 && layout.columns.back().heading.stored.empty() &&
             cells.back().empty()) {
    layout.columns.pop_back();
  }
  return cells;
}

std::string nameOf(const Layout& layout, std::size_t index) {
  const std::string& stored = layout.columns[index].heading.stored;
  return stored.empty() ? std::to_string(index + 1) : stored;
}

void leaveOut(Layout& layout, std::size_t index, const std::string& why) {
  layout.columns[index].role = Role::skipped;
  say(layout.diagnostics, "column-left-out",
      {"Column ", nameOf(layout, index), " was left out: ", why, "."});
}

/// The role of a column by its name and by its cell in the first data line.
void setRole(Layout& layout, std::size_t index, std::string_view cell) {
  Column& column = layout.columns[index];
  const Heading& heading = column.heading;
  const bool clock = parseClock(cell).has_value();
  if (isOtherName(heading.name)) {
    leaveOut(layout, index, "it is no ECG lead");
  } else if (isTimeName(heading.name) || (clock && heading.name.empty())) {
    if (!clock && !isMissing(cell) && !parseDecimal(cell))
      return leaveOut(layout, index, "its times are in no known form");
    column.role = clock ? Role::clock : Role::time;
    column.secondsPerUnit = clock ? 1 : secondsPerTimeUnit(heading.unit).value_or(0);
  } else if (isCounterName(heading.name)) {
    column.role = Role::counter;
  } else if (index == 0 && heading.stored.empty() && layout.columns.size() > 1) {
    column.role = Role::first;
  } else {
    column.unitsPerMillivolt = voltageUnitsPerMillivolt(heading.unit).value_or(0);
  }
}

/// How well a column tells the time: smaller is better, 0 is not at all.
int timeRank(const Column& column) {
  switch (column.role) {
    case Role::time:
      return column.secondsPerUnit > 0 ? 1 : 3;
    case Role::clock:
      return 2;
    case Role::counter:
      return 4;
    case Role::first:
      return 5;
    default:
      return 0;
  }
}

/// Keeps one column that tells the time.
void keepBestTime(Layout& layout) {
  std::size_t best = layout.columns.size();
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    const int rank = timeRank(layout.columns[i]);
    if (rank && (best == layout.columns.size() || rank < timeRank(layout.columns[best]))) best = i;
  }
  for (std::size_t i = 0; i < layout.columns.size(); ++i) {
    if (i == best || timeRank(layout.columns[i]) == 0) continue;
    leaveOut(layout, i, sentence({"column ", nameOf(layout, best), " tells the time"}));
  }
}

}  // namespace

bool needsUnit(const Column& column) {
  return !column.heading.hasUnit || isArbitraryUnit(column.heading.unit);
}

void splitLine(const std::string& file, std::size_t number, std::string_view line, char delimiter,
               std::vector<std::string_view>& cells) {
  const std::string where = sentence({file, " line ", number});
  switch (splitCells(line, delimiter, cells)) {
    case Split::ok:
      return;
    case Split::openQuote:
      reject("open-quote", {where, " has a quote that is not closed; close it."});
    case Split::tooManyColumns:
      reject("too-many-columns", {where, " has more than ", mostColumns,
                                  " columns; give one row per sample and one column per lead."});
  }
}

Layout readLayout(const std::string& file, std::string_view text, const ReadOptions& options) {
  Layout layout;
  std::string lastComment;
  const Cells lines = probe(Lines(text), layout, lastComment);
  layout.statedRate = rateOfComments(file, layout.comments);
  layout.delimiter = detectDelimiter(lines);
  const Cells cells = takeHeader(file, text, layout, lastComment);
  for (std::size_t i = 0; i < layout.columns.size(); ++i)
    setRole(layout, i, i < cells.size() ? cells[i] : std::string_view());
  keepBestTime(layout);
  if (layout.columns[0].role == Role::first && options.leads.size() == layout.columns.size())
    layout.columns[0].role = Role::lead;
  for (std::size_t i = 0; i < std::min(cells.size(), layout.columns.size()); ++i)
    if (layout.columns[i].role == Role::clock && hasDate(cells[i]))
      layout.firstTime = text::utf8(cells[i]);
  return layout;
}

}  // namespace ecg::csv
