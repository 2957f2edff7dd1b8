#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <limits>

#include "tests/support/synthetic_ecg.h"

namespace ecg::testing {

/// Numbers of many kinds, as a seed has them.
class OddDraws {
 public:
  explicit OddDraws(std::uint64_t seed) : state_(seed * 7919) {}

  std::size_t below(std::size_t end) {
    return static_cast<std::size_t>(splitMix64(state_++) % end);
  }

  /// What is no voltage: NaN, infinities, the largest and smallest numbers, 0.
  float odd() {
    constexpr float values[] = {std::numeric_limits<float>::quiet_NaN(),
                                std::numeric_limits<float>::infinity(),
                                -std::numeric_limits<float>::infinity(),
                                std::numeric_limits<float>::max(),
                                std::numeric_limits<float>::lowest(),
                                std::numeric_limits<float>::denorm_min(),
                                0};
    return values[below(std::size(values))];
  }

 private:
  std::uint64_t state_;
};

}  // namespace ecg::testing
