#pragma once

#include <array>

#include "preprocess/formats/deflate/bits.h"

namespace ecg::deflate {

/// A canonical Huffman code (RFC 1951, 3.2.2): codes of up to nine bits are looked up at once,
/// longer ones bit by bit.
class Huffman {
 public:
  /// @param lengths of each symbol's code, 0 for a symbol without one; at most 288 of up to 15.
  /// @returns false where the lengths are no code: too many codes, or codes left over (a single
  ///   code of one bit may leave the other).
  bool build(const std::uint8_t* lengths, std::size_t count);

  /// The next symbol; -1 where the bits are no code.
  int decode(Bits& bits) const;

 private:
  static constexpr unsigned fastBits = 9, longest = 15;
  struct Entry {
    std::uint16_t symbol = 0;
    std::uint8_t length = 0;  ///< 0: not among the short codes
  };
  std::array<Entry, 1 << fastBits> fast_{};
  std::array<std::uint16_t, longest + 1> count_{};
  std::array<std::uint16_t, 288> symbols_{};  ///< in the order of their codes
};

}  // namespace ecg::deflate
