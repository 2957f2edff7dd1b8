#pragma once

#include <string>
#include <string_view>

namespace ecg::csv {

/// A cell of the header line.
struct Heading {
  std::string stored;    ///< as the file has it
  std::string name;      ///< without the unit
  std::string unit;      ///< "mV", "ms", ...
  bool hasUnit = false;  ///< the file says the unit, if only that there is none: `RESP []`
};

/// Parts a name from its unit: `I (mV)`, `ecg [uV]`, `V1_mV`, `II/uV`, `time (s)`, `time_ms`. Round
/// brackets hold a unit only where it is a known one, since `I (Einthoven)` is a name.
Heading parseHeading(std::string_view cell);

/// True for a unit on a units line of its own, with or without brackets.
bool isUnit(std::string_view cell);

/// True for units that say nothing of millivolts: ADC steps, arbitrary units.
bool isArbitraryUnit(std::string_view unit);

bool isTimeName(std::string_view name);     ///< `time`, `t`, `timestamp`, ...
bool isCounterName(std::string_view name);  ///< `sample`, `index`, ...
bool isOtherName(std::string_view name);  ///< known and no ECG lead: `hr`, `rr`, `annotation`, ...

}  // namespace ecg::csv
