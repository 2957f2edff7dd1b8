#pragma once

#include <cstddef>
#include <string>

namespace ecg {

/// Which number of ADC steps a millivolt the spread of a lead's values suggests, as the end of a
/// sentence that asks for `unitsPerMillivolt`: "; the spread of its values suggests 200". Of 100,
/// 200, 400, 500, 1000, 2000 and 1000000 it is the one that brings the middle 99 % nearest to 1.5
/// mV; empty where the values are flat. To be offered in a question, never to be assumed.
///
/// @param samples [length] in steps; NaN is passed over. At most 65536 of them are looked at.
std::string stepScaleHint(const float* samples, std::size_t length);

}  // namespace ecg
