#pragma once

#include "models/net1d/simd.h"

namespace founder {

/// e^x to 2 units in the last place for |x| <= 87; beyond, the value at the limit.
/// Method: x = k ln 2 + r, |r| <= ln 2 / 2 (Cody and Waite 1980), Taylor to r^7: 5e-9 relative.
inline simd::Vec exponential(simd::Vec x) {
  using namespace simd;
  constexpr float limit = 87, log2e = 1.44269504088896341f;
  constexpr float ln2High = 0.693359375f, ln2Low = -2.12194440e-4f;
  constexpr float toInteger = 12582912;  // 1.5 * 2^23: its sum with k has k in the low bits
  x = x > limit ? splat<Vec>(limit) : x;
  x = x < -limit ? splat<Vec>(-limit) : x;
  const Vec shifted = x * log2e + toInteger;
  const Vec k = shifted - toInteger;
  const Vec r = (x - k * ln2High) - k * ln2Low;
  Vec p = splat<Vec>(1.f / 5040);
  p = madd(p, r, splat<Vec>(1.f / 720));
  p = madd(p, r, splat<Vec>(1.f / 120));
  p = madd(p, r, splat<Vec>(1.f / 24));
  p = madd(p, r, splat<Vec>(1.f / 6));
  p = madd(p, r, splat<Vec>(0.5f));
  p = madd(p, r, splat<Vec>(1.f));
  p = madd(p, r, splat<Vec>(1.f));
  constexpr std::int32_t bias = 127 - 0x4B400000;  // of the exponent, less the bits of toInteger
  return p * fromBits((bitsOf(shifted) + bias) << 23);
}

inline simd::Vec sigmoid(simd::Vec x) { return 1 / (1 + exponential(-x)); }

inline simd::Vec swish(simd::Vec x) { return x / (1 + exponential(-x)); }

enum class Activation { none, swish, sigmoid };

template <Activation activation>
inline simd::Vec activate(simd::Vec x) {
  if constexpr (activation == Activation::swish) return swish(x);
  if constexpr (activation == Activation::sigmoid) return sigmoid(x);
  return x;
}

}  // namespace founder
