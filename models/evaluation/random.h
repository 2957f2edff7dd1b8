#pragma once

#include <cstdint>

namespace founder {

/// xoshiro256** 1.0 (Blackman and Vigna, 2018), its state filled from the seed by SplitMix64: the same
/// numbers natively and in WebAssembly.
class Random {
 public:
  explicit Random(std::uint64_t seed);

  std::uint64_t next();

  /// Each of 0 ... bound-1 equally likely (Lemire, ACM TOMACS 2019). 0 < bound.
  std::uint32_t below(std::uint32_t bound);

 private:
  std::uint64_t state_[4];
};

}  // namespace founder
