#include "preprocess/formats/csv_table.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/formats/csv_clock.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::csv {
namespace {

using Cells = std::vector<std::string_view>;

constexpr float missingSample = std::numeric_limits<float>::quiet_NaN();

constexpr double beyondFloat = 3.4028235677973366e38;  // rounds to infinity, as all above it

bool tellsTime(Role role) { return role != Role::lead && role != Role::skipped; }
bool holdsSamples(Role role) { return role == Role::lead || role == Role::first; }

/// More rows than the text can have, close enough to reserve for: a row of c cells takes at least c
/// bytes, and two with its line ending.
std::size_t rowBound(std::string_view text, std::size_t columns) {
  const auto ends =
      std::count_if(text.begin(), text.end(), [](char c) { return c == '\n' || c == '\r'; });
  const std::size_t lines = static_cast<std::size_t>(ends) + 1;
  return std::min(lines, text.size() / std::max<std::size_t>(columns, 2) + 1);
}

class Rows {
 public:
  Rows(const std::string& file, const Layout& layout, Table& table)
      : file_(file), layout_(layout), table_(table) {}

  void add(const Cells& cells, std::size_t line) {
    line_ = line;
    if (std::all_of(cells.begin(), cells.end(), [](auto cell) { return cell.empty(); })) {
      if (++empty_ == 1) firstEmpty_ = line;
      return;
    }
    addEmptyRows();
    for (std::size_t i = 0; i < layout_.columns.size(); ++i) addCell(i, cells[i]);
    ++table_.rows;
  }

  void finish() { table_.trimmed = empty_; }

 private:
  /// Rows of nothing between others are missing samples; only where there are times is it unknown
  /// what they stand for.
  void addEmptyRows() {
    for (; empty_ > 0; --empty_, ++table_.rows)
      for (std::size_t i = 0; i < layout_.columns.size(); ++i) {
        const Role role = layout_.columns[i].role;
        if (tellsTime(role) && role != Role::first) refuseTime(i, "", firstEmpty_);
        if (role == Role::first) table_.times.push_back(std::nan(""));
        if (holdsSamples(role)) put(i, missingSample);
      }
  }

  void addCell(std::size_t index, std::string_view cell) {
    const Column& column = layout_.columns[index];
    if (column.role == Role::skipped) return;
    if (column.role == Role::clock) {
      const auto seconds = parseClock(cell);
      if (!seconds) refuseTime(index, cell, line_);
      return addTime(*seconds);
    }
    const double value = numberOf(index, cell);
    if (column.role == Role::time) {
      if (std::isnan(value)) refuseTime(index, cell, line_);
      return addTime(value);
    }
    if (column.role != Role::lead) table_.times.push_back(value);
    if (holdsSamples(column.role)) addSample(index, value, cell);
  }

  void addSample(std::size_t index, double value, std::string_view cell) {
    const double perMillivolt = layout_.columns[index].unitsPerMillivolt;
    const double scaled = perMillivolt > 0 ? value / perMillivolt : value;
    if (std::fabs(scaled) >= beyondFloat) refuseNumber(index, cell, "too large");
    if (std::isnan(value)) ++table_.missing;
    put(index, static_cast<float>(scaled));
  }

  void put(std::size_t index, float value) {
    table_.samples[table_.slots[index] * table_.stride + table_.rows] = value;
  }

  void addTime(double time) {
    if (!table_.times.empty() && !(time > table_.times.back()))
      reject("time-not-increasing",
             {at(line_), " has a time no later than the line ",
              "before; sort the rows by time or remove the ", "repeated ones."});
    table_.times.push_back(time);
  }

  /// The cell's number, NaN where it is missing.
  double numberOf(std::size_t index, std::string_view cell) {
    if (const auto decimal = parseDecimal(cell)) {
      if (!std::isfinite(decimal->value)) refuseNumber(index, cell, "too large");
      if (decimal->mark != DecimalMark::none) checkMark(index, cell, decimal->mark);
      return decimal->value;
    }
    if (!isMissing(cell)) refuseNumber(index, cell, "not a number");
    return std::nan("");
  }

  /// One mark throughout; and a comma in a table of one column may as well part two.
  void checkMark(std::size_t index, std::string_view cell, DecimalMark mark) {
    if (mark == DecimalMark::comma && layout_.delimiter == oneColumn)
      refuseNumber(index, cell, "not a number with a decimal point");
    if (mark_ == DecimalMark::none) mark_ = mark;
    if (mark != mark_)
      refuseNumber(index, cell, "not written with the decimal mark of the cells before");
  }

  std::string at(std::size_t line) const { return sentence({file_, " line ", line}); }

  [[noreturn]] void refuseNumber(std::size_t index, std::string_view cell,
                                 const std::string& fault) const {
    reject("not-a-number", {at(line_), " column ", index + 1, " has ", text::quoted(cell),
                            ", which is ", fault, "; correct the cell or leave it empty."});
  }

  [[noreturn]] void refuseTime(std::size_t index, std::string_view cell, std::size_t line) const {
    reject("not-a-number", {at(line), " column ", index + 1, " has ", text::quoted(cell),
                            " where the time should be; give every row its time."});
  }

  const std::string& file_;
  const Layout& layout_;
  Table& table_;
  std::size_t line_ = 0;
  std::size_t empty_ = 0;
  std::size_t firstEmpty_ = 0;
  DecimalMark mark_ = DecimalMark::none;
};

Table makeTable(const Layout& layout) {
  Table table;
  table.stride = rowBound(layout.data.rest(), layout.columns.size());
  std::size_t slots = 0;
  bool times = false;
  for (const Column& column : layout.columns) {
    table.slots.push_back(holdsSamples(column.role) ? slots++ : Table::none);
    times = times || tellsTime(column.role);
  }
  table.samples.resize(slots * table.stride);
  if (times) table.times.reserve(table.stride);
  return table;
}

}  // namespace

Table readTable(const std::string& file, const Layout& layout) {
  Table table = makeTable(layout);
  Rows rows(file, layout, table);
  Lines lines = layout.data;
  Cells cells;
  std::string_view line;
  const std::size_t columns = layout.columns.size();
  while (lines.next(line)) {
    if (isComment(line)) continue;
    splitLine(file, lines.number(), line, layout.delimiter, cells);
    if (cells.size() == columns + 1 && cells.back().empty()) cells.pop_back();
    if (cells.size() != columns)
      reject("ragged",
             {file, " line ", lines.number(), " has ", cells.size(), " cells where the table has ",
              columns, " columns; complete the line or remove it."});
    rows.add(cells, lines.number());
  }
  rows.finish();
  if (table.rows == 0)
    reject("no-signal", {file, " holds no row of samples; check that the right file was chosen."});
  return table;
}

}  // namespace ecg::csv
