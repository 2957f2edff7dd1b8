#pragma once

#include "preprocess/beats/beat.h"
#include "preprocess/recording.h"

namespace ecg {

/// Finds and delineates the beats of a recording, in each lead in mV and in all together. None
/// where there is no lead in mV, or the sampling rate is below 50 Hz or above 50 kHz.
Beats findBeats(const Recording& recording);

}  // namespace ecg
