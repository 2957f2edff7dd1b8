#include "models/evaluation/number.h"

#include <clocale>
#include <cmath>
#include <cstdio>
#include <cstdlib>

namespace founder {
namespace {

std::size_t digitsAt(std::string_view text, std::size_t at) {
  std::size_t count = 0;
  while (at + count < text.size() && text[at + count] >= '0' && text[at + count] <= '9') ++count;
  return count;
}

bool isDecimal(std::string_view text) {
  std::size_t at = !text.empty() && (text[0] == '+' || text[0] == '-') ? 1 : 0;
  std::size_t digits = digitsAt(text, at);
  at += digits;
  if (at < text.size() && text[at] == '.') {
    const std::size_t fraction = digitsAt(text, ++at);
    at += fraction;
    digits += fraction;
  }
  if (digits == 0) return false;
  if (at == text.size()) return true;
  if (text[at] != 'e' && text[at] != 'E') return false;
  ++at;
  if (at < text.size() && (text[at] == '+' || text[at] == '-')) ++at;
  const std::size_t exponent = digitsAt(text, at);
  return exponent > 0 && at + exponent == text.size();
}

std::string withMark(std::string_view text, std::string_view from, std::string_view to) {
  std::string out(text);
  if (const auto at = out.find(from); at != std::string::npos) out.replace(at, from.size(), to);
  return out;
}

}  // namespace

std::optional<double> parseNumber(std::string_view text) {
  constexpr std::size_t longest = 400;
  if (text.size() > longest || !isDecimal(text)) return std::nullopt;
  const std::string local = withMark(text, ".", std::localeconv()->decimal_point);
  const double value = std::strtod(local.c_str(), nullptr);
  if (!std::isfinite(value)) return std::nullopt;
  return value;
}

std::string formatNumber(double value, int digits) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
  return withMark(buffer, std::localeconv()->decimal_point, ".");
}

}  // namespace founder
