#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::sierra {

/// Undoes LZW (Welch 1984, Computer 17(6):8) with codes of 10 bits, the highest bit first: 0 to 255
/// are bytes, 256 to 1022 the strings seen so far, of which no more are made once they are all
/// used, and 1023 is the end. The end of the bytes is an end as well.
///
/// In time linear to the bytes that come out.
/// @param most no more bytes than this may come out.
/// @param where file and chunk, for the message.
/// @throws InputError `bad-chunk` for a code that has no string yet, or more bytes than `most`.
std::vector<std::uint8_t> decodeLzw(ByteView packed, std::size_t most, const std::string& where);

}  // namespace ecg::sierra
