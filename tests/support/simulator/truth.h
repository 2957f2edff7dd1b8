#pragma once

#include <vector>

#include "tests/support/ecg_simulator.h"
#include "tests/support/simulator/rhythm.h"

namespace ecg::testing {

/// What is true of these beats in a recording that ends at `end` seconds, in the leads of these
/// rows (see `leadRow`). A row of zeros is a lead in which nothing is found.
EcgTruth truthOf(const SimulatedEcg& settings, const std::vector<PlacedBeat>& beats,
                 const std::vector<Potentials>& rows, double end);

}  // namespace ecg::testing
