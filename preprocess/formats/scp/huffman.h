#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// One code structure of a Huffman table (EN 1064, 5.5): `prefix` bits that name it, then
/// `total - prefix` bits of a signed number that is added to `base`. A structure that switches has
/// the number of the next table (from 1 on) as its base.
struct Code {
  unsigned prefix = 0, total = 0;
  bool switches = false;
  std::int32_t base = 0;
  std::uint32_t bits = 0;  ///< of the prefix; the first one of the stream is the lowest
};

/// A table as a tree of its prefixes.
class HuffmanTable {
 public:
  /// Whether the code could be added: its sizes are sound and it begins no other, nor one it.
  bool add(const Code& code);

  struct Node {
    std::array<std::int32_t, 2> next{-1, -1};
    std::int32_t code = -1;
  };
  const std::vector<Node>& nodes() const { return nodes_; }
  const std::vector<Code>& codes() const { return codes_; }

 private:
  std::vector<Node> nodes_{Node{}};
  std::vector<Code> codes_;
};

/// How sections 5 and 6 store their numbers: with Huffman tables, or as 16-bit integers.
struct Encoding {
  std::vector<HuffmanTable> tables;  ///< empty: 16-bit integers, low byte first

  /// One table with one code of no prefix and 16 bits, as some writers say that they use none.
  bool isPlain() const;
};

/// The table of the standard's annex C, number 19999.
HuffmanTable defaultTable();

/// Reads section 2, where there is one.
/// @throws InputError `bad-header`, `truncated`.
Encoding readEncoding(const Record& record);

/// What a lead's bytes hold.
struct Numbers {
  std::vector<std::int32_t> values;
  std::size_t bytes = 0;  ///< that they took
  bool broken = false;    ///< bits came that no table has
};

/// At most `wanted` numbers, fewer where the bytes end or make no code; zeros at such an early end
/// that may be padding are none.
Numbers decodeNumbers(const Encoding& encoding, ByteView bytes, std::size_t wanted);

}  // namespace ecg::scp
