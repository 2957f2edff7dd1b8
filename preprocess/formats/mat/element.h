#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/byte_reader.h"

namespace ecg::mat {

/// Types of the elements of level 5.
enum class Type : unsigned {
  int8 = 1,
  uint8 = 2,
  int16 = 3,
  uint16 = 4,
  int32 = 5,
  uint32 = 6,
  single = 7,
  real = 9,
  int64 = 12,
  uint64 = 13,
  matrix = 14,
  compressed = 15,
  utf8 = 16,
  utf16 = 17,
  utf32 = 18
};

/// A typed piece of a file, and a reader of what is in it.
struct Element {
  Type type;
  ByteReader content;
};

/// The next element, and past it and its padding. Up to four bytes may lie within the tag.
/// @throws InputError `truncated`.
Element takeElement(ByteReader& reader);

/// The next element as numbers of 32 bits, at most `most` of them.
/// @throws InputError `truncated`, `bad-header`.
std::vector<std::int32_t> takeIntegers(ByteReader& reader, std::size_t most);

/// The next element as characters.
std::string takeName(ByteReader& reader);

}  // namespace ecg::mat
