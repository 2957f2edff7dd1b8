#pragma once

#include "models/net1d/simd.h"

namespace founder {

/// e^x for |x| <= 87, and beyond as at the limit. Relative error below 2.5e-7 + 8e-8 |x|.
/// Method: e^x = 2^k 2^f with k whole and |f| <= 1/2; 2^f by the polynomial of fifth degree whose
/// relative error is least (Remez), 7.5e-8.
inline simd::Vec exponential(simd::Vec x) {
  using namespace simd;
  constexpr float log2e = 1.44269504088896341f;
  constexpr float toInteger = 12582912;  // 1.5 * 2^23: its sum with k has k in the low bits
  const Vec scaled = clamp(x, 87) * log2e;
  const Vec shifted = scaled + toInteger;
  const Vec f = scaled - (shifted - toInteger);
  Vec p = splat<Vec>(0.0013276472454890609f);
  p = madd(p, f, splat<Vec>(0.009675540961325169f));
  p = madd(p, f, splat<Vec>(0.05550713092088699f));
  p = madd(p, f, splat<Vec>(0.24022120237350464f));
  p = madd(p, f, splat<Vec>(0.6931469440460205f));
  p = madd(p, f, splat<Vec>(1.0000001192092896f));
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
