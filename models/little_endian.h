#pragma once

#include <cstddef>
#include <cstdint>

namespace founder {

/// The unsigned little-endian number in `count` (at most 8) bytes.
inline std::uint64_t littleEndian(const void* bytes, std::size_t count) {
  std::uint64_t value = 0;
  for (std::size_t i = count; i-- > 0;)
    value = value << 8 | static_cast<const unsigned char*>(bytes)[i];
  return value;
}

}  // namespace founder
