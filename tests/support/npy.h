#pragma once

#include <cstddef>
#include <string>
#include <vector>

namespace ecg::testing {

/// An array of numbers as NumPy stores it, in C order.
struct NpyArray {
  std::vector<std::size_t> shape;
  std::vector<double> values;
};

/// Reads a little-endian float32 or float64 .npy file (format 1.0) in C order.
/// @throws std::runtime_error where the file is absent or something else.
NpyArray readNpy(const std::string& path);

}  // namespace ecg::testing
