#pragma once

#include <optional>
#include <string_view>

namespace ecg {

/// Millivolts in one of a voltage unit (`mV`, `uV`, `µV` in UTF-8 or Latin-1, `nV`, `V`, in any
/// case); absent for anything that is no voltage.
std::optional<double> millivoltsPer(std::string_view unit);

}  // namespace ecg
