#pragma once

#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg {

/// The checksum of zlib's framing (RFC 1950).
std::uint32_t adler32(ByteView bytes);

/// The checksum of ZIP and gzip (ISO 3309, polynomial 0xEDB88320).
std::uint32_t crc32(ByteView bytes);

}  // namespace ecg
