#pragma once

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// How the baseline of a lead moves.
struct Baseline {
  double wander = 0;  ///< mV, from the lowest to the highest of the means over 0.6 s
  double step = 0;    ///< mV, the largest jump that lasts
  int steps = 0;      ///< jumps of more than 1 mV
  double away = 0;    ///< share of the time that the means are more than 1 mV off their median
};

/// Baseline wander as the range of a low-passed lead (Johannesen and Galeotti 2012), and motion
/// steps as the difference of the medians of the half seconds before and after a tenth of a second
/// (Hayn, Jammerbund and Schreier 2012 look for such jumps between neighbouring samples).
Baseline baselineOf(const Trace& trace);

}  // namespace ecg::quality
