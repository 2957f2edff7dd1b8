#include "preprocess/formats/deflate/inflate.h"

#include <algorithm>
#include <iterator>
#include <limits>

#include "preprocess/formats/deflate/adler32.h"
#include "preprocess/formats/deflate/huffman.h"

namespace ecg {
namespace deflate {
namespace {

constexpr std::size_t literals = 288, distances = 32, endOfBlock = 256;

/// A length or distance code: its least value and how many bits follow to add to it.
struct Range {
  std::uint16_t least;
  std::uint8_t bits;
};
constexpr Range lengthCodes[] = {
    {3, 0},  {4, 0},  {5, 0},  {6, 0},   {7, 0},   {8, 0},   {9, 0},   {10, 0},  {11, 1}, {13, 1},
    {15, 1}, {17, 1}, {19, 2}, {23, 2},  {27, 2},  {31, 2},  {35, 3},  {43, 3},  {51, 3}, {59, 3},
    {67, 4}, {83, 4}, {99, 4}, {115, 4}, {131, 5}, {163, 5}, {195, 5}, {227, 5}, {258, 0}};
constexpr Range distanceCodes[] = {{1, 0},     {2, 0},     {3, 0},      {4, 0},      {5, 1},
                                   {7, 1},     {9, 2},     {13, 2},     {17, 3},     {25, 3},
                                   {33, 4},    {49, 4},    {65, 5},     {97, 5},     {129, 6},
                                   {193, 6},   {257, 7},   {385, 7},    {513, 8},    {769, 8},
                                   {1025, 9},  {1537, 9},  {2049, 10},  {3073, 10},  {4097, 11},
                                   {6145, 11}, {8193, 12}, {12289, 12}, {16385, 13}, {24577, 13}};

class Inflater {
 public:
  Inflater(ByteView bytes, std::size_t most, const DeflateSource& source)
      : bits_(bytes), size_(bytes.size), most_(most), source_(source) {}

  std::vector<std::uint8_t> run(DeflateFraming framing) {
    if (framing == DeflateFraming::zlib) zlibHeader();
    while (block()) {
    }
    if (framing == DeflateFraming::zlib) zlibTrailer();
    return std::move(out_);
  }

 private:
  [[noreturn]] void fail(const std::string& what) const {
    reject("bad-deflate", {source_.file, " has damaged compressed data at byte ",
                           source_.offset + std::min(bits_.position(), size_), ": ", what,
                           "; get the original file."});
  }
  void checkEnd() const {
    if (bits_.overrun()) fail("it ends early");
  }
  void checkRoom(std::size_t count) const {
    if (count > most_ - out_.size())
      fail(sentence({"it unpacks to more than the ", most_, " bytes that it may have"}));
  }

  void zlibHeader() {
    const std::uint32_t method = bits_.take(8), flags = bits_.take(8);
    checkEnd();
    if ((method & 15) != 8 || method >> 4 > 7 || (method << 8 | flags) % 31 != 0)
      fail("it does not begin as zlib data");
    if (flags & 0x20) fail("it needs a dictionary");
  }

  void zlibTrailer() {
    const ByteView stored = bits_.takeBytes(4);
    if (stored.size < 4) fail("it ends early");
    std::uint32_t said = 0;
    for (std::size_t i = 0; i < 4; ++i) said = said << 8 | stored.data[i];
    if (said != adler32({out_.data(), out_.size()})) fail("its checksum is another");
  }

  /// Reads a block; false after the last one.
  bool block() {
    const bool last = bits_.take(1);
    const std::uint32_t kind = bits_.take(2);
    checkEnd();
    if (kind == 3) fail("a block is of no known kind");
    if (kind == 0) {
      copyStored();
    } else {
      if (kind == 1) {
        fixedCodes();
      } else {
        dynamicCodes();
      }
      decode();
    }
    return !last;
  }

  void copyStored() {
    const ByteView sizes = bits_.takeBytes(4);
    if (sizes.size < 4) fail("it ends early");
    const std::size_t count = sizes.data[0] | sizes.data[1] << 8;
    const std::size_t inverted = sizes.data[2] | sizes.data[3] << 8;
    if (count != (inverted ^ 0xFFFF)) fail("the size of a stored block is damaged");
    checkRoom(count);
    const ByteView content = bits_.takeBytes(count);
    if (content.size < count) fail("it ends early");
    out_.insert(out_.end(), content.data, content.data + count);
  }

  void fixedCodes() {
    std::uint8_t lengths[literals];
    for (std::size_t i = 0; i < literals; ++i)
      lengths[i] = i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8;
    literal_.build(lengths, literals);
    std::fill_n(lengths, distances, std::uint8_t{5});
    distance_.build(lengths, distances);
  }

  void dynamicCodes() {
    static constexpr std::uint8_t order[] = {16, 17, 18, 0, 8,  7, 9,  6, 10, 5,
                                             11, 4,  12, 3, 13, 2, 14, 1, 15};
    const std::size_t literalCount = bits_.take(5) + 257, distanceCount = bits_.take(5) + 1;
    const std::size_t orderCount = bits_.take(4) + 4;
    if (literalCount > 286 || distanceCount > 30) fail("a block has too many codes");
    std::uint8_t lengths[literals + distances] = {};
    for (std::size_t i = 0; i < orderCount; ++i)
      lengths[order[i]] = static_cast<std::uint8_t>(bits_.take(3));
    checkEnd();
    if (!literal_.build(lengths, 19)) fail("the code of the code lengths is none");
    codeLengths(lengths, literalCount + distanceCount);
    if (lengths[endOfBlock] == 0) fail("a block has no code for its end");
    if (!literal_.build(lengths, literalCount)) fail("the code of the literals is none");
    if (!distance_.build(lengths + literalCount, distanceCount))
      fail("the code of the distances is none");
  }

  /// Reads the lengths of both codes, which are packed with a code of their own.
  void codeLengths(std::uint8_t* lengths, std::size_t count) {
    for (std::size_t at = 0; at < count;) {
      const int symbol = literal_.decode(bits_);
      checkEnd();
      if (symbol < 0) fail("a code length is none");
      if (symbol < 16) {
        lengths[at++] = static_cast<std::uint8_t>(symbol);
        continue;
      }
      if (symbol == 16 && at == 0) fail("there is no code length to repeat");
      const std::uint8_t value = symbol == 16 ? lengths[at - 1] : 0;
      const std::size_t repeat = symbol == 16   ? 3 + bits_.take(2)
                                 : symbol == 17 ? 3 + bits_.take(3)
                                                : 11 + bits_.take(7);
      if (repeat > count - at) fail("a code length is repeated too often");
      std::fill_n(lengths + at, repeat, value);
      at += repeat;
    }
    checkEnd();
  }

  void decode() {
    while (true) {
      const int symbol = literal_.decode(bits_);
      checkEnd();
      if (symbol < 0) fail("a code is none");
      if (symbol == static_cast<int>(endOfBlock)) return;
      if (symbol > static_cast<int>(endOfBlock)) {
        repeat(static_cast<std::size_t>(symbol) - endOfBlock - 1);
      } else {
        checkRoom(1);
        out_.push_back(static_cast<std::uint8_t>(symbol));
      }
    }
  }

  void repeat(std::size_t lengthCode) {
    if (lengthCode >= std::size(lengthCodes)) fail("a length is none");
    const std::size_t length =
        lengthCodes[lengthCode].least + bits_.take(lengthCodes[lengthCode].bits);
    const int code = distance_.decode(bits_);
    if (code < 0 || static_cast<std::size_t>(code) >= std::size(distanceCodes)) {
      checkEnd();
      fail("a distance is none");
    }
    const std::size_t distance = distanceCodes[code].least + bits_.take(distanceCodes[code].bits);
    checkEnd();
    if (distance > out_.size()) fail("a distance reaches before the beginning");
    checkRoom(length);
    const std::size_t from = out_.size();
    out_.resize(from + length);
    for (std::size_t i = 0; i < length; ++i) out_[from + i] = out_[from + i - distance];
  }

  Bits bits_;
  std::size_t size_, most_;
  const DeflateSource& source_;
  Huffman literal_, distance_;
  std::vector<std::uint8_t> out_;
};

}  // namespace
}  // namespace deflate

std::vector<std::uint8_t> inflate(ByteView deflated, std::size_t most, const DeflateSource& source,
                                  DeflateFraming framing) {
  return deflate::Inflater(deflated, most, source).run(framing);
}

std::size_t mostInflated(std::size_t fileSize) {
  constexpr std::size_t always = std::size_t{16} << 20, ratio = 100;
  if (fileSize > std::numeric_limits<std::size_t>::max() / ratio)
    return std::numeric_limits<std::size_t>::max();
  return std::max(always, ratio * fileSize);
}

}  // namespace ecg
