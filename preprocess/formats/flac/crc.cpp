#include "preprocess/formats/flac/crc.h"

#include <array>

namespace ecg::flac {
namespace {

std::array<std::uint16_t, 256> makeTable() {
  std::array<std::uint16_t, 256> table{};
  for (unsigned byte = 0; byte < 256; ++byte) {
    unsigned crc = byte << 8;
    for (int bit = 0; bit < 8; ++bit) crc = (crc << 1) ^ ((crc & 0x8000) ? 0x8005u : 0u);
    table[byte] = static_cast<std::uint16_t>(crc);
  }
  return table;
}

}  // namespace

std::uint8_t crc8(ByteView bytes) {
  unsigned crc = 0;
  for (std::size_t i = 0; i < bytes.size; ++i) {
    crc ^= bytes.data[i];
    for (int bit = 0; bit < 8; ++bit) crc = ((crc << 1) ^ ((crc & 0x80) ? 0x07u : 0u)) & 0xFF;
  }
  return static_cast<std::uint8_t>(crc);
}

std::uint16_t crc16(ByteView bytes) {
  static const auto table = makeTable();
  unsigned crc = 0;
  for (std::size_t i = 0; i < bytes.size; ++i)
    crc = (crc << 8 & 0xFFFF) ^ table[(crc >> 8) ^ bytes.data[i]];
  return static_cast<std::uint16_t>(crc);
}

}  // namespace ecg::flac
