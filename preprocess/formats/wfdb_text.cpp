#include "preprocess/formats/wfdb_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <vector>

#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::wfdb {
namespace {

bool isBlank(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }

std::vector<std::string_view> split(std::string_view text, char separator) {
  std::vector<std::string_view> parts;
  for (;;) {
    const std::size_t end = text.find(separator);
    parts.push_back(text.substr(0, end));
    if (end == std::string_view::npos) return parts;
    text.remove_prefix(end + 1);
  }
}

std::string twoDigits(std::string_view digits) {
  return digits.size() == 1 ? "0" + std::string(digits) : std::string(digits);
}

std::string monthNumber(std::string_view month) {
  static constexpr std::array<std::string_view, 12> names = {
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  if (isDigits(month)) return twoDigits(month);
  const auto found = std::find(names.begin(), names.end(), text::lower(month));
  return found == names.end() ? "" : twoDigits(std::to_string(found - names.begin() + 1));
}

std::string isoDate(std::string_view date) {
  const auto parts = split(date, date.find('/') != std::string_view::npos ? '/' : '-');
  if (parts.size() != 3 || !isDigits(parts[0]) || !isDigits(parts[2])) return std::string(date);
  const std::string month = monthNumber(parts[1]);
  if (month.empty() || parts[0].size() > 2 || parts[2].size() != 4) return std::string(date);
  return sentence({std::string(parts[2]), "-", month, "-", twoDigits(parts[0])});
}

std::string isoTime(std::string_view time) {
  const std::size_t hour = time.find(':');
  return hour == 1 ? "0" + std::string(time) : std::string(time);
}

}  // namespace

std::string_view takeLine(std::string_view& text) {
  const std::size_t end = std::min(text.find_first_of("\r\n"), text.size());
  const std::string_view line = text.substr(0, end);
  text.remove_prefix(end);
  if (!text.empty()) text.remove_prefix(text.substr(0, 2) == "\r\n" ? 2 : 1);
  return line;
}

std::string_view takeField(std::string_view& line) {
  while (!line.empty() && isBlank(line.front())) line.remove_prefix(1);
  std::size_t end = 0;
  while (end < line.size() && !isBlank(line[end])) ++end;
  const std::string_view field = line.substr(0, end);
  line.remove_prefix(end);
  return field;
}

bool isDigits(std::string_view text) {
  return !text.empty() &&
         std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

std::optional<std::uint64_t> parseCount(std::string_view text) {
  std::uint64_t value = 0;
  if (!isDigits(text)) return std::nullopt;
  const auto result = std::from_chars(text.data(), text.data() + text.size(), value);
  if (result.ec != std::errc()) return std::nullopt;
  return value;
}

std::optional<double> parseNumber(std::string_view text) {
  const auto decimal = parseDecimal(text);
  if (!decimal || decimal->mark == DecimalMark::comma || !std::isfinite(decimal->value))
    return std::nullopt;
  return decimal->value;
}

std::string isoDateTime(std::string_view first, std::string_view second) {
  if (second.find(':') != std::string_view::npos) std::swap(first, second);
  const bool hasTime = first.find(':') != std::string_view::npos;
  if (!hasTime) return isoDate(first) + (second.empty() ? "" : " " + std::string(second));
  return second.empty() ? isoTime(first) : isoDate(second) + "T" + isoTime(first);
}

}  // namespace ecg::wfdb
