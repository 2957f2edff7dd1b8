#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/formats/byte_reader.h"

namespace ecg::arrays {

enum class NumberKind { integer, natural, real };

/// Numbers of one type, as a file has them: integers with and without a sign of 1, 2, 4 or 8 bytes,
/// or IEEE 754 reals of 2, 4 or 8 bytes.
struct Numbers {
  ByteView bytes;
  NumberKind kind = NumberKind::real;
  std::size_t width = 8;
  ByteReader::Order order = ByteReader::Order::little;

  std::size_t size() const { return bytes.size / width; }
  /// @param index below `size()`
  double at(std::size_t index) const;
};

/// Values as the bytes that `Numbers` reads by default.
std::vector<std::uint8_t> realBytes(const std::vector<double>& values);

}  // namespace ecg::arrays
