#pragma once

#include <cstddef>
#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg::deflate {

/// The bits of a deflate stream, the least significant of each byte first. Beyond the end they are
/// zeros, and `overrun()` is true once one of those was taken.
class Bits {
 public:
  explicit Bits(ByteView bytes) : bytes_(bytes) {}

  /// The next bits without taking them.
  /// @param count at most 32
  std::uint32_t peek(unsigned count) {
    if (held_ < count) fill();
    return static_cast<std::uint32_t>(buffer_ & ((std::uint64_t{1} << count) - 1));
  }
  void drop(unsigned count) {
    buffer_ >>= count;
    held_ -= count;
  }
  std::uint32_t take(unsigned count) {
    const std::uint32_t bits = peek(count);
    drop(count);
    return bits;
  }

  /// The byte that holds the next bit.
  std::size_t position() const { return at_ - held_ / 8; }
  bool overrun() const { return position() > bytes_.size; }

  /// Leaves the rest of a byte out and gives the bytes after it; fewer where fewer are there.
  ByteView takeBytes(std::size_t count) {
    std::size_t from = position();
    if (from > bytes_.size) from = bytes_.size;
    if (count > bytes_.size - from) count = bytes_.size - from;
    buffer_ = 0;
    held_ = 0;
    at_ = from + count;
    return {bytes_.data + from, count};
  }

 private:
  void fill() {
    while (held_ <= 48) {
      const std::uint64_t byte = at_ < bytes_.size ? bytes_.data[at_] : 0;
      buffer_ |= byte << held_;
      held_ += 8;
      ++at_;
    }
  }

  ByteView bytes_;
  std::uint64_t buffer_ = 0;
  unsigned held_ = 0;
  std::size_t at_ = 0;
};

}  // namespace ecg::deflate
