#pragma once

#include <cstddef>
#include <cstdint>

namespace founder {

/// The CRC-32 of ZIP (ISO 3309, polynomial 0xEDB88320), fed piece by piece: start with 0 and pass
/// what the previous call returned.
std::uint32_t crc32(std::uint32_t crc, const void* bytes, std::size_t count);

}  // namespace founder
