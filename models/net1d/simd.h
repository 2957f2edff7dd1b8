#pragma once

#include <cstdint>
#include <cstring>

/// The only file that knows the processor: vectors of floats as GCC and Clang make them of WASM
/// SIMD, SSE, AVX2 or NEON, or of plain registers where there is nothing better.
namespace founder::simd {

/// A kernel is a function of its own: a browser runs a function's optimised code from its next call
/// on, so that a layer in one long function would run to its end in the slow code of the first
/// moments.
#define FOUNDER_KERNEL __attribute__((noinline))
/// A part of a kernel whose values have to stay in registers.
#define FOUNDER_INLINE inline __attribute__((always_inline))

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

/// x limited to [-limit, limit]; NaN stays NaN.
inline Vec clamp(Vec x, float limit) {
#ifdef __wasm_simd128__
  x = __builtin_wasm_pmin_f32x4(x, splat<Vec>(limit));  // Clang makes four instructions of a choice
  return __builtin_wasm_pmax_f32x4(x, splat<Vec>(-limit));
#else
  x = x > limit ? splat<Vec>(limit) : x;
  return x < -limit ? splat<Vec>(-limit) : x;
#endif
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

/// Half-precision numbers, all finite, as floats: their exponent and mantissa are those of a float
/// 2^112 times smaller.
inline Vec fromHalves(const std::uint16_t* from) {
  using Halves = std::int16_t __attribute__((vector_size(lanes * sizeof(std::int16_t))));
  Halves halves;
  std::memcpy(&halves, from, sizeof halves);
  constexpr auto signExponentMantissa = static_cast<std::int32_t>(0x8FFFE000);
  constexpr float up = 5192296858534827628530496329220096.f;  // 2^112
  return fromBits((__builtin_convertvector(halves, Bits) << 13) & signExponentMantissa) * up;
}

#ifdef FOUNDER_MADD_IS_IMPORTED
/// Becomes the instruction of that name once the module is linked (wasm/fuse.cmake).
extern "C" __attribute__((const, import_module("instruction"), import_name("f32x4.relaxed_madd")))
Vec4 relaxedMadd(Vec4 a, Vec4 b, Vec4 c);
#endif

/// a * b + c: one rounding where the build has fused multiply-add, two where not.
template <typename V>
inline V madd(V a, V b, V c) {
#if defined(FOUNDER_MADD_IS_IMPORTED)
  return relaxedMadd(a, b, c);
#elif defined(__wasm_relaxed_simd__)
  return __builtin_wasm_relaxed_madd_f32x4(a, b, c);
#else
  return a * b + c;
#endif
}

}  // namespace founder::simd
