#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/bytes.h"

namespace founder {

struct ZipEntry {
  std::string name;
  std::uint64_t headerOffset = 0;
  std::uint64_t storedSize = 0;  ///< bytes in the file
  std::uint64_t size = 0;        ///< bytes once unpacked, as the directory claims
  std::uint32_t crc = 0;
  bool stored = true;  ///< neither compressed nor encrypted
};

/// The central directory of a ZIP file, ZIP64 included; the entries themselves are not read.
/// Entries come in the order of their place in the file and do not overlap.
/// @throws ModelError `truncated` (no directory at the end), `bad-zip`.
std::vector<ZipEntry> readZipDirectory(const ByteSource& source);

/// Where an entry's bytes start in the file.
/// @throws ModelError `compressed-entry`, `bad-zip`, `truncated`.
std::uint64_t zipDataOffset(const ByteSource& source, const ZipEntry& entry);

}  // namespace founder
