#include "models/dtype.h"

#include <cmath>
#include <cstring>

#include "models/little_endian.h"

namespace founder {
namespace {

struct TypeInfo {
  std::size_t size;
  bool floating;
  const char* name;
};

constexpr TypeInfo types[] = {{8, true, "float64"},  {4, true, "float32"}, {2, true, "float16"},
                              {2, true, "bfloat16"}, {8, false, "int64"},  {4, false, "int32"},
                              {2, false, "int16"},   {1, false, "int8"},   {1, false, "uint8"},
                              {1, false, "bool"}};

float floatFromBits(std::uint32_t bits) {
  float value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

float float32At(DType type, const unsigned char* p) {
  const std::uint64_t bits = littleEndian(p, elementSize(type));
  switch (type) {
    case DType::float64: {
      double value;
      std::memcpy(&value, &bits, sizeof value);
      // A narrowing beyond float's range is undefined; infinity is what the caller looks for.
      return std::abs(value) < 3.4028235677973366e38
                 ? static_cast<float>(value)
                 : std::copysign(HUGE_VALF, float(value > 0) - 0.5f);
    }
    case DType::float32:
      return floatFromBits(static_cast<std::uint32_t>(bits));
    case DType::float16:
      return halfToFloat(static_cast<std::uint16_t>(bits));
    case DType::bfloat16:
      return floatFromBits(static_cast<std::uint32_t>(bits) << 16);
    default:
      return 0;
  }
}

}  // namespace

std::size_t elementSize(DType type) { return types[static_cast<int>(type)].size; }
bool isFloating(DType type) { return types[static_cast<int>(type)].floating; }
const char* dtypeName(DType type) { return types[static_cast<int>(type)].name; }

void toFloat32(DType type, const unsigned char* from, std::size_t count, float* to) {
  const std::size_t size = elementSize(type);
  for (std::size_t i = 0; i < count; ++i) to[i] = float32At(type, from + i * size);
}

float halfToFloat(std::uint16_t half) {
  const std::uint32_t sign = std::uint32_t(half & 0x8000) << 16;
  const std::uint32_t exponent = half >> 10 & 31, mantissa = half & 1023;
  if (exponent == 0) {
    const float magnitude = std::ldexp(static_cast<float>(mantissa), -24);
    return sign ? -magnitude : magnitude;
  }
  if (exponent == 31) return floatFromBits(sign | 0x7F800000u | mantissa << 13);
  return floatFromBits(sign | (exponent + 112) << 23 | mantissa << 13);
}

std::uint16_t floatToHalf(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  const std::uint32_t sign = bits >> 16 & 0x8000, magnitude = bits & 0x7FFFFFFF;
  if (magnitude >= 0x7F800000)  // infinity, or NaN made quiet
    return static_cast<std::uint16_t>(sign | 0x7C00 | (magnitude > 0x7F800000 ? 0x200 : 0));
  if (magnitude >= 0x477FF000) return static_cast<std::uint16_t>(sign | 0x7C00);
  if (magnitude < 0x33000000) return static_cast<std::uint16_t>(sign);
  // The significand to drop bits from, and how many: more of them where the half is subnormal.
  std::uint32_t kept = magnitude - 0x38000000;
  std::uint32_t dropped = 13;
  if (magnitude < 0x38800000) {
    kept = (magnitude & 0x7FFFFF) | 0x800000;
    dropped = 126 - (magnitude >> 23);
  }
  const std::uint32_t rest = kept & ((1u << dropped) - 1), tie = 1u << (dropped - 1);
  kept >>= dropped;
  if (rest > tie || (rest == tie && (kept & 1))) ++kept;
  return static_cast<std::uint16_t>(sign | kept);
}

}  // namespace founder
