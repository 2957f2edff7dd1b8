#pragma once

#include <cstddef>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// What the stored values of a lead show before anything is calculated with them.
struct Levels {
  double missing = 0;      ///< share of the samples that are no number
  double range = 0;        ///< mV, from the lowest to the highest
  double flatSeconds = 0;  ///< the longest time within 10 uV, to 50 ms
  double clipped = 0;      ///< share of the samples that lie in runs at the highest or lowest value
};

/// The flat-line, saturation and missing-signal checks that open every entry of the CinC 2011
/// challenge (Moody 2011; Hayn, Jammerbund and Schreier 2012; Xia et al. 2011). A run at an extreme
/// counts as clipped from 20 ms on, where the extreme is more than 0.5 mV away from the median: the
/// baseline of a clean lead is an extreme too.
Levels levelsOf(const Stretch& stretch);

}  // namespace ecg::quality
