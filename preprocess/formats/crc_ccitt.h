#pragma once

#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg {

/// CRC-CCITT as SCP-ECG and ISHNE have it: x^16 + x^12 + x^5 + 1, high bit first, from 0xFFFF on.
std::uint16_t crcCcitt(ByteView bytes);

}  // namespace ecg
