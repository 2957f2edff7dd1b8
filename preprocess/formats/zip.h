#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/byte_reader.h"

namespace ecg::zip {

/// A file in a ZIP.
struct Entry {
  std::string name;
  std::size_t offset = 0;  ///< of its local header
  std::size_t packed = 0, size = 0;
  std::uint32_t crc = 0;
  unsigned method = 0;  ///< 0 stored, 8 deflated
  bool encrypted = false;
};

/// The central directory of a ZIP (APPNOTE 6.3), ZIP64 included.
/// @throws InputError `truncated` (no directory at the end), `bad-zip`.
std::vector<Entry> readDirectory(const NamedBytes& file);

/// A reader of the entry's bytes as they are in the file.
/// @throws InputError `bad-zip`, `truncated`.
ByteReader packedBytes(const NamedBytes& file, const Entry& entry);

/// Unpacks an entry and checks its CRC-32.
/// @param most bytes that may come out of it.
/// @throws InputError `bad-zip`, `bad-deflate`, `checksum-failed`, `truncated`, `unsupported-zip`.
std::vector<std::uint8_t> unpack(const NamedBytes& file, const Entry& entry, std::size_t most);

}  // namespace ecg::zip
