#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/byte_reader.h"

namespace ecg::npy {

/// What a .npy file says before its numbers.
struct Header {
  std::string type;  ///< "<f8", "|O", ...; empty for a structured type
  bool columnMajor = false;
  std::vector<std::size_t> shape;
};

bool isNpy(ByteView bytes);

/// Reads the header and leaves the reader at the first number.
/// @throws InputError `truncated`, `bad-header`.
Header readHeader(ByteReader& reader);

}  // namespace ecg::npy
