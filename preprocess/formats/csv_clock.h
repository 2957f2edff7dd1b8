#pragma once

#include <optional>
#include <string_view>

namespace ecg::csv {

/// Seconds of an ISO 8601 date and time (`2024-05-05T12:00:00.007Z`, counted from 1970) or of a
/// time of day or elapsed time (`1:02:03.5`, `0:00.008`); empty where the text is neither. A UTC
/// offset is passed over: only differences within a file matter.
std::optional<double> parseClock(std::string_view text);

/// True for the form that has a date.
bool hasDate(std::string_view text);

}  // namespace ecg::csv
