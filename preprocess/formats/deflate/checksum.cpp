#include "preprocess/formats/deflate/checksum.h"

#include <algorithm>
#include <array>

namespace ecg {
namespace {

std::array<std::uint32_t, 256> makeTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = crc >> 1 ^ (crc & 1 ? 0xEDB88320u : 0u);
    table[byte] = crc;
  }
  return table;
}

}  // namespace

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

std::uint32_t crc32(ByteView bytes) {
  static const std::array<std::uint32_t, 256> table = makeTable();
  std::uint32_t crc = 0xFFFFFFFF;
  for (std::size_t i = 0; i < bytes.size; ++i) crc = crc >> 8 ^ table[(crc ^ bytes.data[i]) & 0xFF];
  return ~crc;
}

}  // namespace ecg
