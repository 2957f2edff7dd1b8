#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace ecg::xml {

/// From a stored number to a value: (origin + scale * number) / unitsPerOne.
struct Calibration {
  double origin = 0, scale = 1, unitsPerOne = 1;
  double value(double number) const { return (origin + scale * number) / unitsPerOne; }
};

enum class ListSeparator { blanks, commasOrBlanks };

/// Samples that stand as decimal numbers in a text, in one pass and without a string for each.
///
/// NaN stands where the text has NaN, null, an HL7 null flavour (NI, NA, UNK, NAV), or nothing
/// between two commas. A comma at the end ends the last number.
/// @param where file and lead, for messages: "x.xml, lead V1".
/// @throws InputError `not-a-number` for anything else, and for a value that no float holds.
std::vector<float> readNumbers(std::string_view text, ListSeparator separator,
                               const Calibration& calibration, const std::string& where);

/// A whole attribute or element as a finite number.
/// @throws InputError `bad-header` where it is none; `what` is its name: "increment".
double readNumber(std::string_view text, const std::string& file, const std::string& what);

}  // namespace ecg::xml
