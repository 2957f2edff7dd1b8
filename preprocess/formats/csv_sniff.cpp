#include "preprocess/formats/csv_sniff.h"

#include <algorithm>
#include <string_view>

#include "preprocess/formats/csv_layout.h"
#include "preprocess/formats/text.h"

namespace ecg::csv {
namespace {

constexpr std::size_t longestLook = 64 * 1024;

/// The beginning of the text, up to the end of a line.
std::string_view beginning(std::string_view text) {
  if (text.size() <= longestLook) return text;
  text = text.substr(0, longestLook);
  return text.substr(0, text.find_last_of("\r\n") + 1);
}

bool isText(std::string_view text) {
  return std::none_of(text.begin(), text.end(), [](unsigned char c) {
    return c < ' ' && c != '\t' && c != '\r' && c != '\n';
  });
}

/// XML and JSON, and the preamble of keys and values that Apple Health writes.
bool isOtherText(std::string_view text) {
  Lines lines(text);
  std::string_view line;
  if (!lines.next(line)) return true;
  const char first = text::trim(line).empty() ? '\0' : text::trim(line).front();
  if (first == '<' || first == '{' || first == '[') return true;
  if (line.substr(0, 5) != "Name,") return false;
  for (int i = 0; i < 10 && lines.next(line); ++i)
    if (line.substr(0, 14) == "Recorded Date,") return true;
  return false;
}

bool isRow(const std::vector<std::string_view>& cells, const Layout& layout) {
  bool number = false;
  for (std::size_t i = 0; i < std::min(cells.size(), layout.columns.size()); ++i) {
    if (layout.columns[i].role == Role::skipped) continue;
    if (!isData(cells[i])) return false;
    number = number || !isMissing(cells[i]);
  }
  return number;
}

bool isTable(std::string_view text) {
  const Layout layout = readLayout("", text, {});
  Lines lines = layout.data;
  std::vector<std::string_view> cells;
  std::string_view line;
  std::size_t rows = 0, others = 0;
  while (rows + others < 100 && lines.next(line)) {
    if (isComment(line)) continue;
    if (splitCells(line, layout.delimiter, cells) != Split::ok) return false;
    const std::size_t columns = layout.columns.size();
    const bool fits =
        cells.size() == columns || (cells.size() == columns + 1 && cells.back().empty());
    ++(fits && isRow(cells, layout) ? rows : others);
  }
  return rows >= 2 && rows > others;
}

Match sniff(ByteView bytes) {
  const std::string_view text = beginning(text::view(bytes));
  if (text.empty() || !isText(text) || isOtherText(text)) return Match::none;
  try {
    return isTable(text) ? Match::possible : Match::none;
  } catch (const InputError&) {
    return Match::none;
  }
}

}  // namespace

Match sniffSet(const FileSet& files) {
  Match best = Match::none;
  for (const NamedBytes& file : files) best = std::max(best, sniff(file.bytes));
  return best;
}

const NamedBytes& pick(const FileSet& files) {
  if (files.empty()) reject("no-file", {"No file was given; choose a table of samples."});
  const NamedBytes* found = nullptr;
  for (const NamedBytes& file : files) {
    if (files.size() > 1 && sniff(file.bytes) == Match::none) continue;
    if (found)
      reject("several-recordings",
             {found->name, " and ", file.name, " are both tables; read one at a time."});
    found = &file;
  }
  return found ? *found : files.front();
}

}  // namespace ecg::csv
