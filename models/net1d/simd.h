#pragma once

#include <cstdint>
#include <cstring>

/// The only file that knows the processor: vectors of floats as GCC and Clang make them of WASM SIMD,
/// SSE, AVX2 or NEON, or of plain registers where there is nothing better.
namespace founder::simd {

#if defined(__AVX2__) && defined(__FMA__)
inline constexpr int lanes = 8;
#else
inline constexpr int lanes = 4;
#endif

using Vec = float __attribute__((vector_size(lanes * sizeof(float))));
using Bits = std::int32_t __attribute__((vector_size(lanes * sizeof(float))));
using Vec4 = float __attribute__((vector_size(4 * sizeof(float))));

template <typename V>
inline V load(const float* from) {
  V v;
  std::memcpy(&v, from, sizeof v);
  return v;
}

template <typename V>
inline void store(float* to, V v) {
  std::memcpy(to, &v, sizeof v);
}

template <typename V>
inline V splat(float x) {
  return x - V{};
}

inline Bits bitsOf(Vec v) {
  Bits bits;
  std::memcpy(&bits, &v, sizeof bits);
  return bits;
}

inline Vec fromBits(Bits bits) {
  Vec v;
  std::memcpy(&v, &bits, sizeof v);
  return v;
}

/// a * b + c: one rounding where the build has fused multiply-add, two where not.
template <typename V>
inline V madd(V a, V b, V c) {
  return a * b + c;
}

}  // namespace founder::simd
