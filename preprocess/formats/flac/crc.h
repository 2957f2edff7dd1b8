#pragma once

#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg::flac {

/// The CRC-8 of a frame header (RFC 9639, 9.1.8): polynomial 0x07, from 0.
std::uint8_t crc8(ByteView bytes);

/// The CRC-16 of a frame (RFC 9639, 9.3): polynomial 0x8005, from 0.
std::uint16_t crc16(ByteView bytes);

}  // namespace ecg::flac
