#include "preprocess/formats/units.h"

#include <string>

#include "preprocess/formats/text.h"

namespace ecg {
namespace {

/// Lower case, with every micro sign as a plain u.
std::string plain(std::string_view unit) {
  std::string out = text::lower(text::trim(unit));
  for (std::string_view micro : {"\xC2\xB5", "\xCE\xBC", "\xB5"})
    if (out.compare(0, micro.size(), micro) == 0) return "u" + out.substr(micro.size());
  return out;
}

bool isOneOf(const std::string& unit, std::initializer_list<std::string_view> spellings) {
  for (std::string_view spelling : spellings)
    if (unit == spelling) return true;
  return false;
}

}  // namespace

std::optional<double> voltageUnitsPerMillivolt(std::string_view unit) {
  const std::string name = plain(unit);
  if (isOneOf(name, {"mv", "millivolt", "millivolts"})) return 1.0;
  if (isOneOf(name, {"uv", "microvolt", "microvolts"})) return 1e3;
  if (isOneOf(name, {"nv", "nanovolt", "nanovolts"})) return 1e6;
  if (isOneOf(name, {"v", "volt", "volts"})) return 1e-3;
  return std::nullopt;
}

std::optional<double> secondsPerTimeUnit(std::string_view unit) {
  const std::string name = plain(unit);
  if (isOneOf(name, {"s", "sec", "secs", "second", "seconds"})) return 1.0;
  if (isOneOf(name, {"ms", "msec", "millisecond", "milliseconds"})) return 1e-3;
  if (isOneOf(name, {"us", "usec", "microsecond", "microseconds"})) return 1e-6;
  if (isOneOf(name, {"ns", "nsec", "nanosecond", "nanoseconds"})) return 1e-9;
  return std::nullopt;
}

}  // namespace ecg
