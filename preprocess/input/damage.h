#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/recording.h"

namespace ecg {

/// What is wrong with the samples of a recording, for people: `missing-samples` and
/// `infinite-samples` with counts per lead, `missing-lead-signal` for leads without one sample,
/// `flat-lead` for leads of one value throughout.
std::vector<Diagnostic> describeDamage(const Recording& recording);

/// Share of the samples [from, until) of all leads that are not finite numbers.
double missingFraction(const Recording& recording, std::size_t from, std::size_t until);

}  // namespace ecg
