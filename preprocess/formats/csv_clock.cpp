#include "preprocess/formats/csv_clock.h"

#include "preprocess/formats/decimal.h"

namespace ecg::csv {
namespace {

std::optional<int> takeDigits(std::string_view& text, std::size_t least, std::size_t most) {
  int value = 0;
  std::size_t count = 0;
  while (count < text.size() && count < most && text[count] >= '0' && text[count] <= '9')
    value = value * 10 + (text[count++] - '0');
  if (count < least) return std::nullopt;
  text.remove_prefix(count);
  return value;
}

bool take(std::string_view& text, char c) {
  if (text.empty() || text.front() != c) return false;
  text.remove_prefix(1);
  return true;
}

/// Days from 1970-01-01 (Hinnant's algorithm for the proleptic Gregorian calendar).
double daysFromCivil(int year, int month, int day) {
  year -= month <= 2 ? 1 : 0;
  const int era = year / 400;
  const int yearOfEra = year - era * 400;
  const int dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const int dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear;
  return era * 146097.0 + dayOfEra - 719468.0;
}

/// `2024-05-05T` or with a blank, as days.
std::optional<double> takeDate(std::string_view& text) {
  const auto year = takeDigits(text, 4, 4);
  if (!year || !take(text, '-')) return std::nullopt;
  const auto month = takeDigits(text, 2, 2);
  if (!month || *month < 1 || *month > 12 || !take(text, '-')) return std::nullopt;
  const auto day = takeDigits(text, 2, 2);
  if (!day || *day < 1 || *day > 31 || !(take(text, 'T') || take(text, ' '))) return std::nullopt;
  return daysFromCivil(*year, *month, *day);
}

bool isUtcOffset(std::string_view text) {
  if (text.empty() || text == "Z" || text == "z") return true;
  if (!take(text, '+') && !take(text, '-')) return false;
  if (!takeDigits(text, 2, 2)) return false;
  take(text, ':');
  return text.empty() || (takeDigits(text, 2, 2) && text.empty());
}

/// `h:m:s.f` or `m:s.f` with anything that follows left in `text`.
std::optional<double> takeTime(std::string_view& text) {
  const auto first = takeDigits(text, 1, 4);
  if (!first || !take(text, ':')) return std::nullopt;
  auto second = takeDigits(text, 1, 2);
  if (!second || *second > 59) return std::nullopt;
  double minutes = *first;
  std::size_t end = 0;
  if (take(text, ':')) {
    minutes = minutes * 60 + *second;
    second = takeDigits(text, 1, 2);
    if (!second || *second > 60) return std::nullopt;
  }
  double fraction = 0;
  if (!text.empty() && (text[0] == '.' || text[0] == ',')) {
    end = 1;
    while (end < text.size() && text[end] >= '0' && text[end] <= '9') ++end;
    const auto decimal = parseDecimal(text.substr(0, end));
    if (!decimal) return std::nullopt;
    fraction = decimal->value;
    text.remove_prefix(end);
  }
  return minutes * 60 + *second + fraction;
}

}  // namespace

bool hasDate(std::string_view text) { return takeDate(text).has_value(); }

std::optional<double> parseClock(std::string_view text) {
  if (text.size() < 3 || text.size() > 40 || text.find(':') == std::string_view::npos)
    return std::nullopt;
  std::string_view rest = text;
  const auto days = takeDate(rest);
  if (!days) rest = text;
  const auto time = takeTime(rest);
  if (!time || !(days ? isUtcOffset(rest) : rest.empty())) return std::nullopt;
  return days.value_or(0) * 86400 + *time;
}

}  // namespace ecg::csv
