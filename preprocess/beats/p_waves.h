#pragma once

#include <optional>
#include <vector>

#include "preprocess/beats/wave_search.h"

namespace ecg {

/// Where P waves are looked for: in the 320 ms before the QRS, after the T wave before.
WaveSearch pSearch(const std::vector<Span>& qrs, const std::vector<std::optional<Marks>>& t);

/// Drops what is no P wave: all, where the places before the QRS do not agree from beat to beat, as
/// in atrial fibrillation and without conduction; single ones far from the others. Where the rhythm
/// is irregular more of them have to agree.
void dropOtherThanP(std::vector<std::optional<Marks>>& p, const std::vector<Span>& qrs);

}  // namespace ecg
