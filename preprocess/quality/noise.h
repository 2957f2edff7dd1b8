#pragma once

#include <vector>

#include "preprocess/quality/spectrum.h"
#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// What is left of a lead above some 20 Hz between the QRS complexes and without the mains: muscle
/// noise. Root mean squares over a tenth of a second.
struct Noise {
  double usual = 0;   ///< mV, the median over time
  double bursts = 0;  ///< mV, exceeded for a tenth of the time
  double share = 0;   ///< of the time that it is above 0.05 mV
};

/// After the high-frequency noise detector of Johannesen and Galeotti 2012. The lead less its mean
/// over 25 ms, in tenths of a second that keep 80 ms away from every QRS.
/// @param qrs times, seconds from the start of the trace
Noise noiseOf(const Trace& trace, const Mains& mains, const std::vector<double>& qrs);

}  // namespace ecg::quality
