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
/// equal ones (signal averaging, as of late potentials: Simson 1981). In synthetic atrial
/// fibrillation it stays below 0.3; where P waves are marked in LUDB it is 0.39 to 1.
bool sameBeforeQrs(const std::vector<Scale>& coarse, const std::vector<BeatMarks>& beats,
                   const std::vector<Span>& qrs);

}  // namespace ecg
