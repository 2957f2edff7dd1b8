#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// A stretch of a slope between two zero crossings.
struct Lobe {
  std::size_t from, to;  ///< first sample and one past the last
  std::size_t at;        ///< of its extreme
  double height;         ///< of its extreme, with its sign
};

/// The lobes of `slope` in [from, to); the first and last may be cut by the ends. A zero crossing
/// of a slope is a peak of the signal (a pair of modulus maxima in the words of Martínez et al.
/// 2004).
std::vector<Lobe> lobesOf(const std::vector<double>& slope, std::size_t from, std::size_t to);

}  // namespace ecg
