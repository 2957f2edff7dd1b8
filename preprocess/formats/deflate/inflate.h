#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg {

/// Where compressed bytes are, for messages.
struct DeflateSource {
  std::string file;
  std::size_t offset = 0;  ///< of the first byte in the file
};

enum class DeflateFraming {
  raw,  ///< RFC 1951, as in a ZIP
  zlib  ///< RFC 1950: two bytes before it, and the Adler-32 of the content after it
};

/// Unpacks a deflate stream (RFC 1951). What comes after its end is not looked at.
///
/// @param most bytes that may come out of it.
/// @throws InputError `bad-deflate` where the stream is damaged or cut short, has more than `most`
///   bytes, or its checksum is another; the sentence names the file and the byte.
std::vector<std::uint8_t> inflate(ByteView deflated, std::size_t most, const DeflateSource& source,
                                  DeflateFraming framing = DeflateFraming::raw);

/// How many bytes all compressed parts of a file may give together, lest a small file take all
/// memory: 100 times its size, and 16 MiB in any case. Recordings compress two to ten times; flat
/// leads more.
std::size_t mostInflated(std::size_t fileSize);

}  // namespace ecg
