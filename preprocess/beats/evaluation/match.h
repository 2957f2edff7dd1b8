#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace ecg::evaluation {

/// A time, s, and what it is the time of, by its index.
struct Timed {
  double time = 0;
  std::size_t of = 0;
};
using Times = std::vector<Timed>;

/// Adds a time where it is one: neither NaN nor infinite.
void addTime(Times& times, double time, std::size_t of);

/// Ascending; equal times by what they are of.
void sortTimes(Times& times);

inline constexpr std::size_t unmatched = std::numeric_limits<std::size_t>::max();

/// Pairs two series of times one to one, each pair at most `window` apart, the nearer of two rivals
/// first: the comparison of ANSI/AAMI EC57:1998, 4.2, as its reference program bxb does it. Two
/// neighbours that compete for one are both paired where the next of the other series is nearer to
/// the later of them.
///
/// @param reference,test sorted
/// @returns for each reference the index of its test, or `unmatched`
std::vector<std::size_t> matchTimes(const Times& reference, const Times& test, double window);

}  // namespace ecg::evaluation
