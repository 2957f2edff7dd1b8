#include "preprocess/formats/crc32.h"

#include <array>

namespace ecg {
namespace {

std::array<std::uint32_t, 256> makeTable() {
  std::array<std::uint32_t, 256> table{};
  for (std::uint32_t byte = 0; byte < 256; ++byte) {
    std::uint32_t crc = byte;
    for (int bit = 0; bit < 8; ++bit) crc = (crc >> 1) ^ ((crc & 1) ? 0xEDB88320u : 0u);
    table[byte] = crc;
  }
  return table;
}

}  // namespace

std::uint32_t crc32(ByteView bytes) {
  static const auto table = makeTable();
  std::uint32_t crc = 0xFFFFFFFFu;
  for (std::size_t i = 0; i < bytes.size; ++i)
    crc = (crc >> 8) ^ table[(crc ^ bytes.data[i]) & 0xFF];
  return ~crc;
}

}  // namespace ecg
