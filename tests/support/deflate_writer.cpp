#include "tests/support/deflate_writer.h"

#include "preprocess/formats/deflate/adler32.h"

namespace ecg::test {
namespace {

class BitWriter {
 public:
  /// The lowest bit first, as deflate stores numbers.
  void number(unsigned value, unsigned count) {
    for (unsigned i = 0; i < count; ++i) bit(value >> i & 1u);
  }
  /// The highest bit first, as deflate stores codes.
  void code(unsigned value, unsigned count) {
    while (count-- > 0) bit(value >> count & 1u);
  }
  std::string bytes;

 private:
  void bit(unsigned value) {
    if (used_ % 8 == 0) bytes += '\0';
    if (value) bytes.back() = static_cast<char>(bytes.back() | 1 << used_ % 8);
    ++used_;
  }
  std::size_t used_ = 0;
};

}  // namespace

std::string littleBytes(std::uint64_t value, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += static_cast<char>(i < 8 ? value >> 8 * i : 0);
  return out;
}

std::string bigBytes(std::uint64_t value, std::size_t count) {
  std::string out = littleBytes(value, count);
  return {out.rbegin(), out.rend()};
}

std::string deflateFixed(const std::string& bytes) {
  BitWriter bits;
  bits.number(1, 1);
  bits.number(1, 2);
  for (unsigned char byte : bytes) {
    if (byte < 144) {
      bits.code(0x30u + byte, 8);
    } else {
      bits.code(0x190u + byte - 144, 9);
    }
  }
  bits.code(0, 7);
  return bits.bytes;
}

std::string deflateStored(const std::string& bytes) {
  constexpr std::size_t most = 0xFFFF;
  std::string out;
  std::size_t at = 0;
  do {
    const std::string part = bytes.substr(at, most);
    at += part.size();
    out += at == bytes.size() ? '\1' : '\0';
    out += littleBytes(part.size(), 2) + littleBytes(~part.size(), 2) + part;
  } while (at < bytes.size());
  return out;
}

std::string zlibFramed(const std::string& deflated, const std::string& bytes) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(bytes.data());
  return "\x78\x9C" + deflated + bigBytes(adler32({data, bytes.size()}), 4);
}

}  // namespace ecg::test
