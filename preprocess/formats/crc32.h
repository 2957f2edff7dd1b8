#pragma once

#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg {

/// The CRC-32 of ISO 3309 and ZIP (reflected polynomial 0xEDB88320) of all the bytes.
std::uint32_t crc32(ByteView bytes);

}  // namespace ecg
