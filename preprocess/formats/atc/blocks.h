#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::atc {

/// A block of the file: four letters, and its data.
struct Block {
  std::string_view id;     ///< "info", "fmt ", "ecg2"; bytes of the file
  ByteView data;           ///< as far as the file has it
  std::size_t offset = 0;  ///< of the block in the file
  bool cut = false;        ///< the file ends within it, so that it has no checksum
  bool sound = true;       ///< the checksum fits
};

/// The signature and version that every file begins with.
bool hasSignature(ByteView bytes);

/// The blocks of a file with a signature. Only the last can be cut.
///
/// @throws InputError `truncated` where the file ends within the first 12 bytes, `bad-header` with
///   more blocks than a recording can have (256).
std::vector<Block> readBlocks(const NamedBytes& file);

/// The lead of a block of samples ("ecg " is I, "ecgc" V6); empty for any other block.
std::string_view leadOf(std::string_view id);

}  // namespace ecg::atc
