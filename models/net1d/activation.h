#pragma once

#include "models/net1d/simd.h"

namespace founder {

/// 2^x for |x| <= 125, and beyond as at the limit. Relative error below 2.5e-7. Method: 2^x = 2^k
/// 2^f with k whole and |f| <= 1/2; 2^f by the polynomial of fifth degree whose relative error is
/// least (Remez), 7.5e-8.
inline simd::Vec powerOfTwo(simd::Vec x) {
  using namespace simd;
  constexpr float toInteger = 12582912;  // 1.5 * 2^23: its sum with k has k in the low bits
  x = clamp(x, 125);
  const Vec shifted = x + toInteger;
  const Vec f = x - (shifted - toInteger);
  Vec p = splat<Vec>(0.0013276472454890609f);
  p = madd(p, f, splat<Vec>(0.009675540961325169f));
  p = madd(p, f, splat<Vec>(0.05550713092088699f));
  p = madd(p, f, splat<Vec>(0.24022120237350464f));
  p = madd(p, f, splat<Vec>(0.6931469440460205f));
  p = madd(p, f, splat<Vec>(1.0000001192092896f));
  constexpr std::int32_t bias = 127 - 0x4B400000;  // of the exponent, less the bits of toInteger
  return p * fromBits((bitsOf(shifted) + bias) << 23);
}

inline constexpr float log2e = 1.44269504088896341f;

/// 1 + e^-x for |x| <= 86; x is rounded as it is scaled, so that e^-x is off by 8e-8 |x| more.
inline simd::Vec onePlusExp(simd::Vec x) { return 1 + powerOfTwo(x * -log2e); }

inline simd::Vec sigmoid(simd::Vec x) { return 1 / onePlusExp(x); }

inline simd::Vec swish(simd::Vec x) { return x / onePlusExp(x); }

enum class Activation { none, swish, sigmoid };

template <Activation activation>
inline simd::Vec activate(simd::Vec x) {
  if constexpr (activation == Activation::swish) return swish(x);
  if constexpr (activation == Activation::sigmoid) return sigmoid(x);
  return x;
}

}  // namespace founder
