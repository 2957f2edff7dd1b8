#include "preprocess/formats/deflate/adler32.h"

#include <algorithm>

namespace ecg {

std::uint32_t adler32(ByteView bytes) {
  constexpr std::uint32_t modulus = 65521;
  constexpr std::size_t before = 5552;  // bytes whose sums stay below 2^32
  std::uint32_t low = 1, high = 0;
  for (std::size_t at = 0; at < bytes.size;) {
    const std::size_t end = std::min(bytes.size, at + before);
    for (; at < end; ++at) {
      low += bytes.data[at];
      high += low;
    }
    low %= modulus;
    high %= modulus;
  }
  return high << 16 | low;
}

}  // namespace ecg
