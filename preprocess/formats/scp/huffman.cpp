#include "preprocess/formats/scp/huffman.h"

#include <algorithm>

namespace ecg::scp {
namespace {

constexpr unsigned defaultTableNumber = 19999;
constexpr std::size_t mostCodes = 65536;  // of all tables; real ones have a few dozen

/// Bits of a stream, the highest of each byte first.
class Bits {
 public:
  explicit Bits(ByteView bytes) : bytes_(bytes) {}

  std::size_t remaining() const { return bytes_.size * 8 - at_; }
  std::size_t position() const { return at_; }
  std::size_t bytesRead() const { return (at_ + 7) / 8; }
  unsigned next() {
    const unsigned bit = bytes_.data[at_ / 8] >> (7 - at_ % 8) & 1;
    ++at_;
    return bit;
  }
  /// `count` bits, at most 32 and no more than remain, as a two's complement number.
  std::int64_t number(unsigned count) {
    std::int64_t value = 0;
    for (unsigned i = 0; i < count; ++i) value = value * 2 + next();
    const std::int64_t range = std::int64_t{1} << count;
    return count > 0 && value >= range / 2 ? value - range : value;
  }

 private:
  ByteView bytes_;
  std::size_t at_ = 0;
};

/// The bit from which on a stream may be padding: fewer than 16 zeros that end it.
std::size_t paddingOf(ByteView bytes) {
  std::size_t end = bytes.size * 8, zeros = 0;
  while (zeros < 15 && end > 0 && (bytes.data[(end - 1) / 8] >> (7 - (end - 1) % 8) & 1) == 0) {
    --end;
    ++zeros;
  }
  return end;
}

/// The next code of a stream; null where it ends or makes no code, which `broken` tells.
const Code* nextCode(const HuffmanTable& table, Bits& bits, bool& broken) {
  std::int32_t node = 0;
  for (;;) {
    const HuffmanTable::Node& here = table.nodes()[static_cast<std::size_t>(node)];
    if (here.code >= 0) return &table.codes()[static_cast<std::size_t>(here.code)];
    if (bits.remaining() == 0) return nullptr;
    node = here.next[bits.next()];
    broken = node < 0;
    if (broken) return nullptr;
  }
}

Numbers decodeIntegers(ByteView bytes, std::size_t wanted) {
  Numbers out;
  out.values.resize(std::min(wanted, bytes.size / 2));
  for (std::size_t i = 0; i < out.values.size(); ++i)
    out.values[i] = static_cast<std::int16_t>(bytes.data[2 * i] | bytes.data[2 * i + 1] << 8);
  out.bytes = 2 * out.values.size();
  return out;
}

HuffmanTable readTable(const Record& record, ByteReader& in, std::size_t number) {
  HuffmanTable table;
  const std::size_t count = in.u16();
  for (std::size_t i = 0; i < count; ++i) {
    Code code;
    code.prefix = in.u8();
    code.total = in.u8();
    code.switches = in.u8() == 0;
    code.base = in.i16();
    code.bits = in.u32();
    if (!table.add(code))
      record.refuse(sentence({"code ", i + 1, " of Huffman table ", number,
                              " has impossible sizes or begins like another one"}));
  }
  if (count == 0) record.refuse(sentence({"Huffman table ", number, " is empty"}));
  return table;
}

}  // namespace

bool HuffmanTable::add(const Code& code) {
  if (code.prefix > 32 || code.total == 0 || code.total < code.prefix ||
      code.total - code.prefix > 32)
    return false;
  std::size_t node = 0;
  for (unsigned i = 0; i < code.prefix; ++i) {
    if (nodes_[node].code >= 0) return false;
    const std::size_t bit = code.bits >> i & 1;
    if (nodes_[node].next[bit] < 0) {
      nodes_[node].next[bit] = static_cast<std::int32_t>(nodes_.size());
      nodes_.push_back(Node{});
    }
    node = static_cast<std::size_t>(nodes_[node].next[bit]);
  }
  const Node& leaf = nodes_[node];
  if (leaf.code >= 0 || leaf.next[0] >= 0 || leaf.next[1] >= 0) return false;
  nodes_[node].code = static_cast<std::int32_t>(codes_.size());
  codes_.push_back(code);
  return true;
}

HuffmanTable defaultTable() {
  HuffmanTable table;
  table.add({1, 1, false, 0, 0});
  // 1..8: as many ones, a zero, the sign. Nine ones and a bit: 8 or 16 bits of number.
  for (int value = 1; value <= 8; ++value) {
    const unsigned length = static_cast<unsigned>(value) + 2;
    const std::uint32_t ones = (1u << value) - 1;
    table.add({length, length, false, value, ones});
    table.add({length, length, false, -value, ones | 1u << (value + 1)});
  }
  table.add({10, 18, false, 0, 0x1FF});
  table.add({10, 26, false, 0, 0x3FF});
  return table;
}

Encoding readEncoding(const Record& record) {
  Encoding encoding;
  const Section* section = record.find(2);
  if (!section) return encoding;
  ByteReader in = record.reader(*section);
  const std::size_t count = in.u16();
  if (count == defaultTableNumber) {
    encoding.tables.push_back(defaultTable());
    return encoding;
  }
  std::size_t codes = 0;
  for (std::size_t i = 0; i < count; ++i) {
    encoding.tables.push_back(readTable(record, in, i + 1));
    codes += encoding.tables.back().codes().size();
    if (codes > mostCodes) record.refuse("section 2 has more than 65536 Huffman codes");
  }
  for (const HuffmanTable& table : encoding.tables)
    for (const Code& code : table.codes())
      if (code.switches && (code.base < 1 || static_cast<std::size_t>(code.base) > count))
        record.refuse(
            sentence({"a code of section 2 switches to Huffman table ", code.base, " of ", count}));
  return encoding;
}

bool Encoding::isPlain() const {
  if (tables.size() != 1 || tables.front().codes().size() != 1) return tables.empty();
  const Code& only = tables.front().codes().front();
  return only.prefix == 0 && only.total == 16 && only.base == 0 && !only.switches;
}

Numbers decodeNumbers(const Encoding& encoding, ByteView bytes, std::size_t wanted) {
  if (encoding.isPlain()) return decodeIntegers(bytes, wanted);
  Numbers out;
  out.values.reserve(std::min(wanted, bytes.size * 8));
  const HuffmanTable* table = &encoding.tables.front();
  Bits bits(bytes);
  const std::size_t padding = paddingOf(bytes);
  std::size_t certain = 0;  // values that do not lie in what may be padding
  while (out.values.size() < wanted) {
    if (bits.position() < padding) certain = out.values.size() + 1;
    const Code* code = nextCode(*table, bits, out.broken);
    if (!code || bits.remaining() < code->total - code->prefix) break;
    const std::int64_t value = code->base + bits.number(code->total - code->prefix);
    if (code->switches)
      table = &encoding.tables[static_cast<std::size_t>(code->base) - 1];
    else
      out.values.push_back(
          static_cast<std::int32_t>(std::clamp<std::int64_t>(value, INT32_MIN, INT32_MAX)));
  }
  if (out.values.size() < wanted) out.values.resize(std::min(certain, out.values.size()));
  out.bytes = bits.bytesRead();
  return out;
}

}  // namespace ecg::scp
