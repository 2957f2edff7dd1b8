#pragma once

#include <cstdint>

#include "tests/support/synthetic_ecg.h"

namespace ecg::testing {

/// Numbers from a seed, the same everywhere; each purpose has its own.
class Random {
 public:
  Random(std::uint64_t seed, std::uint64_t purpose)
      : state_(splitMix64(splitMix64(seed) + purpose)) {}

  /// In [0, 1).
  double uniform() { return static_cast<double>(splitMix64(state_++) >> 11) * 0x1p-53; }

  /// Nearly Gaussian, mean 0 and standard deviation 1: the sum of four uniform numbers, at most
  /// 3.5 either way.
  double normal() {
    const std::uint64_t bits = splitMix64(state_++);
    const std::int64_t sum = static_cast<std::int64_t>((bits & 0xffff) + (bits >> 16 & 0xffff) +
                                                       (bits >> 32 & 0xffff) + (bits >> 48));
    return static_cast<double>(sum - 131070) * (1.7320508075688772 / 65536);
  }

 private:
  std::uint64_t state_;
};

}  // namespace ecg::testing
