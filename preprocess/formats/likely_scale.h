#pragma once

#include <cstddef>
#include <string>

namespace ecg {

/// The middle 99 % of a lead's values, as the distance between their ends; NaN is passed over, and
/// of a long lead every so many samples count. Of several leads the median one. 0 where there is no
/// value.
///
/// @param samples lead-major, [leads, length]
double typicalSpread(const float* samples, std::size_t length, std::size_t leads = 1);

/// Which unit values most likely have, by their spread: an ECG spreads over 0.3 to 10 mV. For the
/// end of a sentence that asks for `unitsPerMillivolt`: "; the size of the values suggests uV" (or
/// mV, nV, V), or that values from exactly 0 to 1 look as if they had been scaled; empty where
/// nothing can be said. To be offered, never to be assumed.
///
/// @param samples lead-major, [leads, length]
std::string likelyUnitHint(const float* samples, std::size_t length, std::size_t leads = 1);

/// The same of steps of a converter: "; the spread of its values suggests 200", of the usual
/// numbers of steps a millivolt the one that brings a lead's spread nearest to the 1.5 mV of a QRS
/// complex; empty where the values are flat.
///
/// @param samples [length], in steps
std::string likelyStepsHint(const float* samples, std::size_t length);

}  // namespace ecg
