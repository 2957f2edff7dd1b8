#pragma once

#include <cstddef>
#include <cstdint>

namespace founder {

/// How a checkpoint stores a tensor's elements, little-endian.
enum class DType { float64, float32, float16, bfloat16, int64, int32, int16, int8, uint8, boolean };

/// Bytes an element takes.
std::size_t elementSize(DType type);
bool isFloating(DType type);
/// "float16" and so on, for sentences.
const char* dtypeName(DType type);

/// `count` stored elements of a floating type, as float32. float64 rounds to nearest even.
void toFloat32(DType type, const unsigned char* from, std::size_t count, float* to);

float halfToFloat(std::uint16_t half);
/// Rounds to nearest even; beyond 65,504 after rounding it becomes infinite.
std::uint16_t floatToHalf(float value);

}  // namespace founder
