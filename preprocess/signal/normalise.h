#pragma once

#include "preprocess/signal/signal.h"

namespace ecg {

/// One z-score over the whole leads x samples array, in place: (x - mean) / (std + 1e-8), with the
/// population standard deviation, as upstream's `(data - np.mean(data)) / (np.std(data) + 1e-8)`.
/// The leads keep their amplitudes relative to each other; a lead-by-lead z-score is another input.
void zScore(Signal& signal);

}  // namespace ecg
