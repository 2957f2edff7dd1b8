#include "preprocess/formats/csv_heading.h"

#include <algorithm>
#include <initializer_list>

#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"

namespace ecg::csv {
namespace {

bool isOneOf(const std::string& word, std::initializer_list<std::string_view> words) {
  return std::find(words.begin(), words.end(), word) != words.end();
}

/// Lower case, words parted by one blank.
std::string plain(std::string_view name) {
  std::string out = text::lower(text::trim(name));
  std::replace_if(
      out.begin(), out.end(), [](char c) { return c == '_' || c == '-'; }, ' ');
  return out;
}

bool endsWith(const std::string& text, std::string_view end) {
  return text.size() >= end.size() && text.compare(text.size() - end.size(), end.size(), end) == 0;
}

bool isOtherUnit(std::string_view unit) {
  return isOneOf(text::lower(unit),
                 {"%", "bpm", "1/min", "hz", "mmhg", "kpa", "g", "mg", "m/s2", "m/s^2", "ohm", "c",
                  "\xC2\xB0"
                  "c",
                  "degc", "l/min", "l/s", "ml", "min", "rpm"});
}

bool isKnownUnit(std::string_view unit) {
  return voltageUnitsPerMillivolt(unit) || secondsPerTimeUnit(unit) || isOtherUnit(unit) ||
         isArbitraryUnit(unit);
}

/// The name and the unit in brackets at its end.
bool splitBrackets(const std::string& cell, Heading& heading) {
  if (cell.empty() || (cell.back() != ')' && cell.back() != ']')) return false;
  const bool square = cell.back() == ']';
  const std::size_t open = cell.rfind(square ? '[' : '(');
  if (open == std::string::npos) return false;
  const std::string_view unit =
      text::trim(std::string_view(cell).substr(open + 1, cell.size() - open - 2));
  if (!square && !isKnownUnit(unit)) return false;
  heading.unit = std::string(unit);
  heading.name = std::string(text::trim(std::string_view(cell).substr(0, open)));
  return true;
}

/// The name and the unit after a blank, `_`, `/` or comma. A plain V after a blank or underscore is
/// no unit: it may be the name of a lead.
bool splitSuffix(const std::string& cell, Heading& heading) {
  const std::size_t at = cell.find_last_of("_/, ");
  if (at == std::string::npos || at == 0) return false;
  const std::string_view unit = std::string_view(cell).substr(at + 1);
  const std::string_view name = text::trim(std::string_view(cell).substr(0, at));
  const bool voltage = voltageUnitsPerMillivolt(unit) && (unit.size() > 1 || cell[at] == '/');
  const bool time = secondsPerTimeUnit(unit) && isTimeName(name);
  if (!voltage && !time) return false;
  heading.unit = std::string(unit);
  heading.name = std::string(name);
  return true;
}

}  // namespace

Heading parseHeading(std::string_view cell) {
  Heading heading;
  heading.stored = text::utf8(text::trim(cell));
  for (std::size_t at = 0; (at = heading.stored.find("\"\"", at)) != std::string::npos; ++at)
    heading.stored.erase(at, 1);
  heading.name = heading.stored;
  heading.hasUnit = splitBrackets(heading.stored, heading) || splitSuffix(heading.stored, heading);
  if (!heading.hasUnit && heading.name.size() > 1 && secondsPerTimeUnit(heading.name)) {
    heading.unit = heading.name;
    heading.name = "time";
    heading.hasUnit = true;
  }
  return heading;
}

bool isUnit(std::string_view cell) {
  cell = text::trim(cell);
  if (cell.size() >= 2 &&
      ((cell.front() == '(' && cell.back() == ')') || (cell.front() == '[' && cell.back() == ']')))
    cell = cell.substr(1, cell.size() - 2);
  return isKnownUnit(cell) || text::lower(cell.substr(0, 5)) == "hh:mm";
}

bool isArbitraryUnit(std::string_view unit) {
  return isOneOf(text::lower(unit), {"adc", "adu", "lsb", "count", "counts", "raw", "digit",
                                     "digits", "a.u.", "au", "nu"});
}

bool isTimeName(std::string_view name) {
  const std::string word = plain(name);
  return isOneOf(word, {"t", "date", "elapsed", "zeit", "times", "timestamps"}) ||
         endsWith(word, "time") || endsWith(word, "timestamp") || endsWith(word, "time stamp");
}

bool isCounterName(std::string_view name) {
  return isOneOf(plain(name), {"sample", "samples", "sample#", "sample #", "sample number",
                               "sample no", "sample index", "index", "idx", "frame", "unnamed: 0"});
}

bool isOtherName(std::string_view name) {
  return isOneOf(plain(name),
                 {"hr",          "heart rate",   "heartrate", "pulse rate", "bpm",     "rr",
                  "rr interval", "rr intervals", "rri",       "marker",     "markers", "annotation",
                  "annotations", "label",        "labels",    "event",      "events",  "comment",
                  "comments",    "note",         "notes"});
}

}  // namespace ecg::csv
