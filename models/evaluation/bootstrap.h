#pragma once

#include <optional>
#include <vector>

#include "models/evaluation/random.h"
#include "models/evaluation/ranking.h"

namespace founder {

struct Interval {
  double lo = 0, hi = 0;
};

/// One replicate of the bootstrap (Efron 1979): as many recordings as there are, drawn with
/// replacement; `weights[i]` says how often recording i was.
void resample(Random& random, Weights& weights);

/// The middle 95 % of the replicates' values (the percentile interval), between order statistics as
/// NumPy's `percentile` goes. Empty where fewer than half of `replicates` gave a value.
std::optional<Interval> percentileInterval(std::vector<double> values, std::size_t replicates);

}  // namespace founder
