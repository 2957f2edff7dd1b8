#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ecg {

/// The bytes of a NumPy .npy file (format version 1.0): float32, little-endian, C order.
/// @param data as many values as the product of `shape`
std::vector<std::uint8_t> writeNpy(const float* data, const std::vector<std::size_t>& shape);

}  // namespace ecg
