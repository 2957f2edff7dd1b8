#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace ecg {

/// A float32 array as a NumPy file: NPY format 1.0, little endian, C order.
///
/// @param data as many floats as the product of `shape`; one for an empty shape.
std::vector<std::uint8_t> writeNpy(const float* data, const std::vector<std::size_t>& shape);

}  // namespace ecg
