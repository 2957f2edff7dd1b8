#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/beats/beat.h"
#include "preprocess/beats/delineate.h"

namespace ecg {

/// The class of each beat of a stretch, by the shape and width of its QRS.
///
/// Beats of one shape (correlation over all leads of at least 0.9; Lagerholm et al. 2000 and others
/// cluster likewise) are a family. The normal family is the largest, or the narrower of two that
/// are nearly as large. A beat of another family is ventricular where its QRS is at least 110 ms
/// wide and 15 ms wider than the normal ones, and it comes early (in less than 0.88 of the usual RR
/// interval) or hardly resembles them (correlation below 0.65); others count as normal. Where a
/// recording has one family alone, all its beats are normal, however wide.
std::vector<BeatClass> classifyBeats(const Delineation& beats,
                                     const std::vector<std::size_t>& centres);

}  // namespace ecg
