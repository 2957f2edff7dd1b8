#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>

namespace ecg::testing {

/// Bytes taken from the front; zeros after their end.
struct TakenBytes {
  const std::uint8_t* data;
  std::size_t size;

  template <typename T>
  T take() {
    T value = {};
    const std::size_t held = std::min(size, sizeof value);
    std::memcpy(&value, data, held);
    data += held;
    size -= held;
    return value;
  }
};

}  // namespace ecg::testing
