#include "preprocess/formats/deflate/huffman.h"

namespace ecg::deflate {
namespace {

/// A code's bits as they come in the stream, the first one lowest.
unsigned reversed(unsigned code, unsigned length) {
  unsigned out = 0;
  for (unsigned i = 0; i < length; ++i) out |= (code >> i & 1u) << (length - 1 - i);
  return out;
}

}  // namespace

bool Huffman::build(const std::uint8_t* lengths, std::size_t count) {
  fast_.fill({});
  count_.fill(0);
  for (std::size_t i = 0; i < count; ++i) ++count_[lengths[i]];
  const std::size_t used = count - count_[0];
  count_[0] = 0;
  int left = 1;
  for (unsigned length = 1; length <= longest; ++length) {
    left = 2 * left - count_[length];
    if (left < 0) return false;
  }
  const bool single = used == 1 && count_[1] == 1;
  if (left > 0 && used > 0 && !single) return false;

  std::array<unsigned, longest + 2> place{}, code{};
  for (unsigned length = 1; length <= longest; ++length) {
    place[length + 1] = place[length] + count_[length];
    code[length + 1] = (code[length] + count_[length]) << 1;
  }
  for (std::size_t i = 0; i < count; ++i) {
    const unsigned length = lengths[i];
    if (length == 0) continue;
    symbols_[place[length]++] = static_cast<std::uint16_t>(i);
    const unsigned first = reversed(code[length]++, length);
    if (length > fastBits) continue;
    const Entry entry{static_cast<std::uint16_t>(i), static_cast<std::uint8_t>(length)};
    for (unsigned at = first; at < fast_.size(); at += 1u << length) fast_[at] = entry;
  }
  return true;
}

int Huffman::decode(Bits& bits) const {
  const std::uint32_t next = bits.peek(longest);
  const Entry& entry = fast_[next & (fast_.size() - 1)];
  if (entry.length) {
    bits.drop(entry.length);
    return entry.symbol;
  }
  unsigned code = 0, first = 0, place = 0;
  for (unsigned length = 1; length <= longest; ++length) {
    code |= next >> (length - 1) & 1u;
    const unsigned count = count_[length];
    if (code < first + count) {
      bits.drop(length);
      return symbols_[place + code - first];
    }
    place += count;
    first = (first + count) << 1;
    code <<= 1;
  }
  return -1;
}

}  // namespace ecg::deflate
