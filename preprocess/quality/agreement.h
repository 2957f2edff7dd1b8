#pragma once

#include <vector>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// How alike the QRS complexes of a lead are.
struct Agreement {
  double amplitude = 0;    ///< mV, median range of the QRS complexes
  double correlation = 0;  ///< median of each with the mean of the others; 0 of fewer than three
  double snr = 0;          ///< dB, of the mean QRS over what each differs from it (median)
  std::size_t beats = 0;
  std::vector<double> mean;  ///< mV, the mean QRS, 100 ms before and after
};

/// Template matching (Orphanidou et al. 2015): the 100 ms before and after each QRS time, less
/// their mean.
/// @param qrs times, seconds from the start of the trace
Agreement agreementOf(const Trace& trace, const std::vector<double>& qrs);

}  // namespace ecg::quality
