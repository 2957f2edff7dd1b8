#pragma once

#include "preprocess/beats/beats.h"
#include "preprocess/beats/measure.h"
#include "preprocess/beats/median_beat.h"
#include "preprocess/quality/quality.h"

namespace ecg {

/// What a recording shows without a network.
struct Examination {
  Quality quality;
  Beats beats;
  Measurements measurements;
  MedianBeats medianBeats;
};

/// Judges, delineates and measures a recording as it was read: never a filtered one. Never fails.
Examination examine(const Recording& recording);

}  // namespace ecg
