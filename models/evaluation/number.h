#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace founder {

/// The whole of `text` as a finite decimal number (`-12`, `.5`, `3.`, `1e-3`), in any locale; empty
/// where it is anything else.
std::optional<double> parseNumber(std::string_view text);

/// A number with a decimal point in any locale: to `digits` significant digits, no trailing zeros.
std::string formatNumber(double value, int digits = 6);

}  // namespace founder
