#pragma once

#include <optional>
#include <string_view>

namespace ecg {

/// How many of a voltage unit make one millivolt: nV 1e6, uV 1000, mV 1, V 0.001. Any case, blanks
/// around it, and the micro sign as u, Latin-1, UTF-8 or Greek mu. Empty for any other unit.
std::optional<double> voltageUnitsPerMillivolt(std::string_view unit);

/// How many seconds one of a time unit is (s, ms, us, ns and their common spellings); empty for any
/// other unit.
std::optional<double> secondsPerTimeUnit(std::string_view unit);

}  // namespace ecg
