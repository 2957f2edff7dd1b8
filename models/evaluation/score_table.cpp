#include "models/evaluation/score_table.h"

#include <algorithm>
#include <limits>
#include <set>

#include "models/error.h"
#include "models/evaluation/aggregate.h"
#include "models/evaluation/csv_reader.h"
#include "models/evaluation/number.h"
#include "models/evaluation/recording_name.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::string_view magic = "# ecgfounder scores";
constexpr int floatDigits = 9;

[[noreturn]] void refuse(const std::string& why) {
  throw ModelError("not-a-score-table",
                   "The score table " + why +
                       ": it starts with '# ecgfounder scores; model=...; preset=...; "
                       "aggregate=max' and a header line.");
}

ScoreHead readComment(std::string_view line) {
  if (line.substr(0, 3) == "\xEF\xBB\xBF") line.remove_prefix(3);
  if (line.substr(0, magic.size()) != magic) refuse("starts with " + quote(line));
  line.remove_prefix(magic.size());
  ScoreHead head;
  while (!line.empty()) {
    line.remove_prefix(1);  // the semicolon
    const auto end = std::min(line.find(';'), line.size());
    const std::string_view pair = trimmed(line.substr(0, end));
    line.remove_prefix(end);
    const auto equals = pair.find('=');
    if (equals == std::string_view::npos) continue;
    const std::string_view key = trimmed(pair.substr(0, equals));
    const std::string value(trimmed(pair.substr(equals + 1)));
    if (key == "model") head.model = value;
    if (key == "preset") head.preset = value;
    if (key == "aggregate") head.aggregate = value;
    if (key == "options") head.options = value;
  }
  if (head.model.empty()) refuse("names no model");
  if (head.preset.empty()) refuse("names no preset");
  aggregateFromName(head.aggregate);
  return head;
}

std::vector<std::string> readLabels(CsvReader& reader) {
  std::vector<std::string> header;
  if (!reader.next(header) || reader.openQuote() || header.size() < 2) refuse("has no header line");
  if (trimmed(header[0]) != "recording")
    throw ModelError("no-recording-column", "The score table's first column is " +
                                                quote(header[0]) + ": name it recording.");
  std::vector<std::string> labels;
  std::set<std::string_view> seen;
  for (std::size_t column = 1; column < header.size(); ++column)
    labels.emplace_back(trimmed(header[column]));
  for (const std::string& label : labels)
    if (!seen.insert(label).second)
      throw ModelError("duplicate-label",
                       "The score table has two columns named " + quote(label) + ": leave one out.");
  return labels;
}

}  // namespace

std::string scoreTableHead(const ScoreHead& head) {
  std::string out(magic);
  out += "; model=" + head.model + "; preset=" + head.preset + "; aggregate=" + head.aggregate;
  if (!head.options.empty()) out += "; options=" + head.options;
  out += "\nrecording";
  for (const std::string& label : head.labels) out += "," + csvCell(label);
  return out + "\n";
}

std::string scoreTableRow(const std::string& recording, const std::vector<double>& logits) {
  std::string out = csvCell(recording);
  for (const double value : logits) out += "," + formatNumber(value, floatDigits);
  return out + "\n";
}

ScoreTable readScoreTable(std::string_view text) {
  const auto lastBreak = text.rfind('\n');
  if (lastBreak == std::string_view::npos) refuse("ends within its first line");
  text = text.substr(0, lastBreak + 1);
  const auto firstBreak = text.find('\n');
  ScoreTable table;
  std::string_view comment = text.substr(0, firstBreak);
  if (!comment.empty() && comment.back() == '\r') comment.remove_suffix(1);
  table.head = readComment(comment);
  CsvReader reader(text.substr(firstBreak + 1));
  table.head.labels = readLabels(reader);
  const std::size_t width = table.head.labels.size();
  table.intact = firstBreak + 1 + reader.end();
  std::vector<std::string> cells;
  while (reader.next(cells)) {
    if (reader.openQuote()) break;  // torn within a name that has a line break
    table.intact = firstBreak + 1 + reader.end();
    if (cells.size() != width + 1) {
      table.problems.push_back({"bad-score-row",
                                "Line " + std::to_string(reader.line() + 1) +
                                    " of the score table has " + std::to_string(cells.size()) +
                                    " cells where its header has " + std::to_string(width + 1) +
                                    ": it is left out.",
                                cells[0], ""});
      continue;
    }
    table.recordings.emplace_back(trimmed(cells[0]));
    for (std::size_t i = 0; i < width; ++i)
      table.logits.push_back(parseNumber(trimmed(cells[i + 1]))
                                 .value_or(std::numeric_limits<double>::quiet_NaN()));
  }
  return table;
}

}  // namespace founder
