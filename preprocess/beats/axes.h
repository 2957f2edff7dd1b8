#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/beats/measure.h"

namespace ecg {

/// The frontal axes of P, QRS and T over the given beats: the median direction, and its circular
/// spread. They need two of the limb leads I, II, III, aVR, aVL, aVF.
Axes axesOf(const Recording& recording, const Beats& beats, const std::vector<std::size_t>& which);

/// The voltages of hypertrophy, of the medians in the leads.
HypertrophyVoltages hypertrophyVoltages(const std::vector<LeadMeasurements>& leads);

}  // namespace ecg
