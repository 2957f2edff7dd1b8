#pragma once

#include <cstddef>
#include <string>

namespace ecg {

/// The middle 99 % of a lead's values, as the distance between their ends; NaN is passed over. Of
/// several leads the median one. 0 where there is no value.
///
/// @param samples lead-major, [leads, length]
double typicalSpread(const float* samples, std::size_t length, std::size_t leads = 1);

/// How many units a millivolt most likely has, by the spread of the values: an ECG spreads over 0.3
/// to 10 mV. One of 0.001 (V), 1 (mV), 1000 (uV), 1e6 (nV); 0 where none fits. To be offered in a
/// question, never to be assumed: ADC steps of 200 a millivolt look like uV too.
///
/// @param samples lead-major, [leads, length]
double likelyUnitsPerMillivolt(const float* samples, std::size_t length, std::size_t leads = 1);

/// The same for the sentence that asks for `unitsPerMillivolt`: "; the size of the values suggests
/// uV", or that values from exactly 0 to 1 look as if they had been scaled; empty where nothing can
/// be said.
std::string likelyScaleHint(const float* samples, std::size_t length, std::size_t leads = 1);

}  // namespace ecg
