#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "preprocess/beats/delineate.h"
#include "preprocess/signal/signal.h"

namespace ecg {

/// The pacemaker's spike that starts each beat: its sample, where there is one in the 100 ms before
/// the QRS or at its onset. No beat has one unless a quarter of them, and three, have.
///
/// A spike is a peak of the sharpness (how far a sample is from the mean of those 8 ms before and
/// after, over all leads) of 8 times what it is between beats, and 3 times what it is 16 to 26 ms
/// to either side: narrower than any part of a QRS complex, also after a recorder's 100 to 150 Hz
/// low-pass has widened it. The method is our own; its limits are from LUDB and PTB-XL.
std::vector<std::optional<std::size_t>> pacingSpikes(const Signal& signal,
                                                     const Delineation& beats);

}  // namespace ecg
