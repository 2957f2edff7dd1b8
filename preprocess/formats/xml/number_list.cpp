#include "preprocess/formats/xml/number_list.h"

#include <cmath>
#include <limits>
#include <optional>

#include "preprocess/error.h"
#include "preprocess/formats/decimal.h"
#include "preprocess/formats/text.h"

namespace ecg::xml {
namespace {

constexpr double missing = std::numeric_limits<double>::quiet_NaN();

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

/// A whole number of at most 15 digits, which a double holds exactly.
std::optional<double> wholeNumber(std::string_view word) {
  const bool negative = word.front() == '-';
  if (negative) word.remove_prefix(1);
  if (word.empty() || word.size() > 15) return std::nullopt;
  std::int64_t value = 0;
  for (const char c : word) {
    if (c < '0' || c > '9') return std::nullopt;
    value = 10 * value + (c - '0');
  }
  return static_cast<double>(negative ? -value : value);
}

bool saysMissing(std::string_view word) {
  if (word.size() > 4) return false;
  const std::string name = text::lower(word);
  for (const char* each : {"nan", "null", "ni", "na", "unk", "nav"})
    if (name == each) return true;
  return false;
}

std::optional<double> numberOf(std::string_view word) {
  if (const auto whole = wholeNumber(word)) return whole;
  const auto decimal = parseDecimal(word);
  if (decimal && decimal->mark != DecimalMark::comma && std::isfinite(decimal->value))
    return decimal->value;
  if (saysMissing(word)) return missing;
  return std::nullopt;
}

}  // namespace

std::vector<float> readNumbers(std::string_view text, ListSeparator separator,
                               const Calibration& calibration, const std::string& where) {
  const bool commas = separator == ListSeparator::commasOrBlanks;
  std::vector<float> samples;
  bool sinceComma = false;
  for (std::size_t i = 0; i < text.size();) {
    if (isBlank(text[i])) {
      ++i;
      continue;
    }
    if (commas && text[i] == ',') {
      if (!sinceComma) samples.push_back(static_cast<float>(missing));
      sinceComma = false;
      ++i;
      continue;
    }
    std::size_t end = i;
    while (end < text.size() && !isBlank(text[end]) && !(commas && text[end] == ',')) ++end;
    const std::string_view word = text.substr(i, end - i);
    const auto number = numberOf(word);
    const double value = number ? calibration.value(*number) : 0;
    if (!number || std::fabs(value) > static_cast<double>(std::numeric_limits<float>::max()))
      reject("not-a-number",
             {where, " has ", text::quoted(word), " for sample ", samples.size() + 1,
              ", which is no number that can be a voltage; get the "
              "original file."});
    samples.push_back(static_cast<float>(value));
    sinceComma = true;
    i = end;
  }
  return samples;
}

double readNumber(std::string_view stored, const std::string& file, const std::string& what) {
  const auto number = parseDecimal(text::trim(stored));
  if (number && number->mark != DecimalMark::comma && std::isfinite(number->value))
    return number->value;
  reject("bad-header", {file, " has ", text::quoted(stored), " for ", what,
                        ", which is not a number; get the original file."});
}

}  // namespace ecg::xml
