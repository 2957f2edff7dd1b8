#include "preprocess/formats/crc_ccitt.h"

#include <array>

namespace ecg {
namespace {

std::array<std::uint16_t, 256> makeTable() {
  std::array<std::uint16_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned value = byte << 8;
    for (int bit = 0; bit < 8; ++bit) value = value & 0x8000 ? value << 1 ^ 0x1021 : value << 1;
    table[byte] = static_cast<std::uint16_t>(value);
  }
  return table;
}

}  // namespace

std::uint16_t crcCcitt(ByteView bytes) {
  static const std::array<std::uint16_t, 256> table = makeTable();
  unsigned crc = 0xFFFF;
  for (std::size_t i = 0; i < bytes.size; ++i)
    crc = (crc << 8 & 0xFFFF) ^ table[(crc >> 8 ^ bytes.data[i]) & 0xFF];
  return static_cast<std::uint16_t>(crc);
}

}  // namespace ecg
