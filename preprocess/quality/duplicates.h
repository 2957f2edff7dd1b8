#pragma once

#include <cstddef>
#include <utility>
#include <vector>

#include "preprocess/quality/stretch.h"

namespace ecg::quality {

/// Pairs of leads that are one signal: alike to the last bit, or correlated above 0.9999, at the
/// same size (within a twentieth). Each lead is the second of one pair at most.
/// @param traces of the same length
/// @param candidates which of them are compared; those within 0.1 mV throughout are not
std::vector<std::pair<std::size_t, std::size_t>> duplicatesAmong(
    const std::vector<Trace>& traces, std::vector<std::size_t> candidates);

}  // namespace ecg::quality
