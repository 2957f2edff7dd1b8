#pragma once

#include <vector>

#include "preprocess/beats/delineate.h"
#include "preprocess/beats/lead_marks.h"

namespace ecg {

/// True unless what comes before the QRS complexes, where the P waves of `beats` are, is another
/// from beat to beat: then they are fibrillatory waves, or noise.
///
/// The measure is how much of the energy of the slopes at the usual place of the P wave their mean
/// over the beats has, without what it has by chance: 0 of waves that do not keep to the QRS, 1 of
/// equal ones, as in signal averaging. What is required of few beats, which agree by chance, is
/// 0.32, of many 0.14.
bool sameBeforeQrs(const std::vector<Scale>& coarse, const std::vector<BeatMarks>& beats,
                   const std::vector<Span>& qrs);

}  // namespace ecg
