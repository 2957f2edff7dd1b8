#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace ecg::evaluation {

inline constexpr std::size_t unmatched = std::numeric_limits<std::size_t>::max();

/// Pairs two series of times one to one, each pair at most `window` apart, the nearer of two rivals
/// first: the comparison of ANSI/AAMI EC57:1998, 4.2, as its reference program bxb does it. Two
/// neighbours that compete for one are both paired where the next of the other series is nearer to
/// the later of them.
///
/// @param reference,test seconds, finite, ascending
/// @returns for each reference the index of its test, or `unmatched`
std::vector<std::size_t> matchTimes(const std::vector<double>& reference,
                                    const std::vector<double>& test, double window);

}  // namespace ecg::evaluation
