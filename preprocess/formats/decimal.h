#pragma once

#include <optional>
#include <string_view>

namespace ecg {

enum class DecimalMark { none, point, comma };

/// A decimal number and the mark it was written with. Infinite where the number is too large.
struct Decimal {
  double value = 0;
  DecimalMark mark = DecimalMark::none;
};

/// Parses the whole of `text` as a decimal number (`-12`, `.5`, `3.`, `1e-3`, `0,25`) to the
/// nearest double, in any locale and without blanks; empty where it is anything else ("nan" and
/// "inf" included) or longer than 400 characters.
std::optional<Decimal> parseDecimal(std::string_view text);

}  // namespace ecg
