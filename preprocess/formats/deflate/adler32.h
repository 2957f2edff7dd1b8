#pragma once

#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg {

/// The checksum of zlib's framing (RFC 1950).
std::uint32_t adler32(ByteView bytes);

}  // namespace ecg
