#include "preprocess/formats/csv_lines.h"

#include <algorithm>

#include "preprocess/formats/csv_clock.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::csv {
namespace {

bool isBlank(char c) { return c == ' ' || c == '\t'; }

std::string_view withoutBlanks(std::string_view cell) {
  while (!cell.empty() && isBlank(cell.front())) cell.remove_prefix(1);
  while (!cell.empty() && isBlank(cell.back())) cell.remove_suffix(1);
  return cell;
}

/// Takes a cell in double quotes off the line, up to the delimiter; false where the quote is open.
bool takeQuoted(std::string_view& line, char delimiter, std::string_view& cell) {
  std::size_t end = 1;
  while (true) {
    end = line.find('"', end);
    if (end == std::string_view::npos) return false;
    if (end + 1 >= line.size() || line[end + 1] != '"') break;
    end += 2;
  }
  cell = line.substr(1, end - 1);
  line.remove_prefix(end + 1);
  std::size_t at = 0;
  while (at < line.size() && line[at] != delimiter && !(delimiter == ' ' && isBlank(line[at])))
    ++at;
  line.remove_prefix(at);
  return true;
}

void takePlain(std::string_view& line, char delimiter, std::string_view& cell) {
  const std::size_t end = delimiter == ' '         ? line.find_first_of(" \t")
                          : delimiter == oneColumn ? std::string_view::npos
                                                   : line.find(delimiter);
  cell = withoutBlanks(line.substr(0, end));
  if (cell.size() >= 2 && cell.front() == '\'' && cell.back() == '\'')
    cell = cell.substr(1, cell.size() - 2);
  line.remove_prefix(std::min(line.size(), end));
}

/// How many cells every line has (one empty cell at the end aside); 0 where they differ.
std::size_t commonCount(const std::vector<std::string_view>& lines, char delimiter,
                        std::vector<std::string_view>& lastCells) {
  std::size_t count = 0;
  for (std::string_view line : lines) {
    if (splitCells(line, delimiter, lastCells) != Split::ok) return 0;
    if (lastCells.size() > 1 && lastCells.back().empty()) lastCells.pop_back();
    if (count != 0 && lastCells.size() != count) return 0;
    count = lastCells.size();
  }
  return count;
}

bool isNumber(std::string_view cell) { return parseDecimal(cell).has_value(); }
bool endsInComma(std::string_view cell) { return !cell.empty() && cell.back() == ','; }

}  // namespace

Lines::Lines(std::string_view text) : rest_(text) {
  if (rest_.substr(0, 3) == "\xEF\xBB\xBF") rest_.remove_prefix(3);
}

bool Lines::next(std::string_view& line) {
  while (!rest_.empty()) {
    ++number_;
    std::size_t end = 0;
    while (end < rest_.size() && rest_[end] != '\n' && rest_[end] != '\r') ++end;
    const bool crlf = rest_.substr(end, 2) == "\r\n";
    line = rest_.substr(0, end);
    rest_.remove_prefix(std::min(rest_.size(), end + (crlf ? 2 : 1)));
    if (!withoutBlanks(line).empty()) return true;
  }
  return false;
}

bool isComment(std::string_view line) {
  line = withoutBlanks(line);
  return !line.empty() && line.front() == '#';
}

Split splitCells(std::string_view line, char delimiter, std::vector<std::string_view>& cells) {
  cells.clear();
  if (delimiter == ' ') line = withoutBlanks(line);
  while (true) {
    while (!line.empty() && isBlank(line.front()) && line.front() != delimiter)
      line.remove_prefix(1);
    if (cells.size() == mostColumns) return Split::tooManyColumns;
    std::string_view cell;
    if (!line.empty() && line.front() == '"') {
      if (!takeQuoted(line, delimiter, cell)) return Split::openQuote;
    } else {
      takePlain(line, delimiter, cell);
    }
    cells.push_back(cell);
    if (line.empty()) return Split::ok;
    line.remove_prefix(1);
    if (delimiter == ' ')
      while (!line.empty() && isBlank(line.front())) line.remove_prefix(1);
  }
}

char detectDelimiter(const std::vector<std::string_view>& lines) {
  static constexpr char candidates[] = {';', '\t', ',', ' '};
  std::vector<std::string_view> cells;
  for (const bool everyCell : {true, false}) {
    for (char candidate : candidates) {
      if (commonCount(lines, candidate, cells) < 2) continue;
      if (std::any_of(cells.begin(), cells.end(), endsInComma)) continue;
      if (everyCell ? std::all_of(cells.begin(), cells.end(), isData)
                    : std::any_of(cells.begin(), cells.end(), isNumber))
        return candidate;
    }
  }
  // A ragged table: what cuts most of its lines, so that the reader can name the odd one.
  char best = oneColumn;
  std::size_t most = lines.size() / 2;
  for (char candidate : candidates) {
    const auto cuts = static_cast<std::size_t>(
        std::count_if(lines.begin(), lines.end(), [&](std::string_view line) {
          splitCells(line, candidate, cells);
          return cells.size() > 1;
        }));
    if (cuts <= most) continue;
    best = candidate;
    most = cuts;
  }
  return best;
}

bool isMissing(std::string_view cell) {
  if (cell.empty() || cell == "-") return true;
  if (cell.size() > 4) return false;
  const std::string word = text::lower(cell);
  return word == "nan" || word == "na" || word == "n/a" || word == "null";
}

bool isData(std::string_view cell) {
  return isNumber(cell) || isMissing(cell) || parseClock(cell).has_value();
}

}  // namespace ecg::csv
