#include "preprocess/formats/decimal.h"

#include <clocale>
#include <cstdint>
#include <cstdlib>
#include <string>

namespace ecg {
namespace {

constexpr std::size_t longest = 400;
constexpr std::uint64_t exactInteger = std::uint64_t{1} << 53;
constexpr double powersOfTen[] = {1e0,  1e1,  1e2,  1e3,  1e4,  1e5,  1e6,  1e7,
                                  1e8,  1e9,  1e10, 1e11, 1e12, 1e13, 1e14, 1e15,
                                  1e16, 1e17, 1e18, 1e19, 1e20, 1e21, 1e22};

/// The number as digits * 10^exponent; `exact` is false where there were more digits than fit.
struct Parts {
  bool negative = false;
  std::uint64_t digits = 0;
  int exponent = 0;
  bool exact = true;
  DecimalMark mark = DecimalMark::none;
};

bool isDigit(char c) { return c >= '0' && c <= '9'; }

void addDigit(Parts& parts, char c) {
  if (parts.digits < 1000000000000000000u) {
    parts.digits = parts.digits * 10 + static_cast<std::uint64_t>(c - '0');
  } else {
    parts.exact = false;
  }
}

bool takeExponent(std::string_view text, Parts& parts) {
  bool negative = false;
  if (!text.empty() && (text[0] == '+' || text[0] == '-')) {
    negative = text[0] == '-';
    text.remove_prefix(1);
  }
  if (text.empty()) return false;
  int exponent = 0;
  for (char c : text) {
    if (!isDigit(c)) return false;
    if (exponent < 100000) exponent = exponent * 10 + (c - '0');
  }
  parts.exponent += negative ? -exponent : exponent;
  return true;
}

bool split(std::string_view text, Parts& parts) {
  std::size_t i = 0;
  if (i < text.size() && (text[i] == '+' || text[i] == '-')) parts.negative = text[i++] == '-';
  bool any = false;
  for (; i < text.size(); ++i) {
    const char c = text[i];
    if (isDigit(c)) {
      any = true;
      addDigit(parts, c);
      if (parts.mark != DecimalMark::none) --parts.exponent;
    } else if ((c == '.' || c == ',') && parts.mark == DecimalMark::none) {
      parts.mark = c == '.' ? DecimalMark::point : DecimalMark::comma;
    } else {
      break;
    }
  }
  // `3.` is a number, but `3,` is a cell cut at the wrong delimiter.
  if (!any || (parts.mark == DecimalMark::comma && text[i - 1] == ',')) return false;
  if (i == text.size()) return true;
  return (text[i] == 'e' || text[i] == 'E') && takeExponent(text.substr(i + 1), parts);
}

/// By the C library, whose decimal mark is the locale's.
double byLibrary(std::string_view text) {
  std::string copy;
  for (char c : text) {
    if (c == '.' || c == ',') {
      copy += std::localeconv()->decimal_point;
    } else {
      copy += c;
    }
  }
  return std::strtod(copy.c_str(), nullptr);
}

}  // namespace

std::optional<Decimal> parseDecimal(std::string_view text) {
  Parts parts;
  if (text.empty() || text.size() > longest || !split(text, parts)) return std::nullopt;
  // An integer up to 2^53 and a power of ten up to 10^22 are exact doubles, so one operation on
  // them rounds correctly (Clinger 1990).
  if (parts.exact && parts.digits <= exactInteger && parts.exponent >= -22 &&
      parts.exponent <= 22) {
    double value = static_cast<double>(parts.digits);
    value = parts.exponent < 0 ? value / powersOfTen[-parts.exponent]
                               : value * powersOfTen[parts.exponent];
    return Decimal{parts.negative ? -value : value, parts.mark};
  }
  return Decimal{byLibrary(text), parts.mark};
}

}  // namespace ecg
