#pragma once

#include "tests/support/ecg_simulator.h"
#include "tests/support/simulator/beat_shape.h"

namespace ecg::testing {

/// A beat's waves in the lead that `row` makes of the electrodes, seconds from its QRS onset: from
/// the first to the last part of at least 10 microvolts.
BeatWaves wavesInLead(const BeatShape& shape, const Potentials& row);

/// What a beat shows in that lead.
LeadTruth amplitudesInLead(const BeatShape& shape, const Potentials& row);

}  // namespace ecg::testing
