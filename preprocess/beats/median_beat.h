#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/beats/beat.h"
#include "preprocess/recording.h"

namespace ecg {

/// The median over normal beats, sample by sample, of each lead in mV.
struct MedianBeats {
  double samplingRate = 0;         ///< Hz, the recording's
  std::size_t beats = 0;           ///< that it rests on
  std::size_t rPeak = 0;           ///< sample of the R peak of the lead by which they are aligned
  std::vector<std::size_t> leads;  ///< of the recording
  std::vector<std::vector<float>> samples;  ///< mV from the level before the QRS, by lead
};

/// From 0.35 s before the R peak to 0.55 s after, over up to 64 normal beats from all over the
/// recording. Beats are aligned by the lead with the largest QRS, and each is moved to 0 mV in the
/// 20 ms before its QRS; missing samples do not count. Empty where no normal beat fits.
MedianBeats medianBeats(const Recording& recording, const Beats& beats);

}  // namespace ecg
