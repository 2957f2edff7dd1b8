#pragma once

#include <cstddef>
#include <cstdint>

#include "preprocess/formats/reader.h"

namespace ecg::flac {

/// The bits of a FLAC stream, the most significant of each byte first. Beyond the end they are
/// zeros, and `overrun()` is true once one of those was taken.
class Bits {
 public:
  Bits(ByteView bytes, std::size_t at) : bytes_(bytes), at_(at) {}

  /// @param count at most 32
  std::uint32_t take(unsigned count) {
    if (count == 0) return 0;
    if (held_ < count) fill();
    const auto bits = static_cast<std::uint32_t>(buffer_ >> (64 - count));
    drop(count);
    return bits;
  }
  /// A two's complement number of at most 32 bits.
  std::int32_t takeSigned(unsigned count) {
    if (count == 0) return 0;
    const std::uint32_t sign = std::uint32_t{1} << (count - 1);
    return static_cast<std::int32_t>((take(count) ^ sign) - sign);
  }
  /// How many zeros come before the next one, and past that one.
  std::uint64_t takeUnary() {
    std::uint64_t zeros = 0;
    if (held_ == 0) fill();
    while (buffer_ == 0) {
      zeros += held_;
      buffer_ = held_ = 0;
      if (at_ >= bytes_.size) {
        ++at_;  // an overrun
        return zeros;
      }
      fill();
    }
    const auto leading = static_cast<unsigned>(__builtin_clzll(buffer_));
    drop(leading);
    drop(1);
    return zeros + leading;
  }
  void alignToByte() { drop(held_ % 8); }

  /// The byte that holds the next bit.
  std::size_t position() const { return at_ - held_ / 8; }
  bool overrun() const { return position() > bytes_.size; }

 private:
  void drop(unsigned count) {
    buffer_ <<= count;
    held_ -= count;
  }
  void fill() {
    while (held_ <= 56) {
      const std::uint64_t byte = at_ < bytes_.size ? bytes_.data[at_] : 0;
      buffer_ |= byte << (56 - held_);
      held_ += 8;
      ++at_;
    }
  }

  ByteView bytes_;
  std::uint64_t buffer_ = 0;  ///< the next bit on top, zeros below the bits that are held
  unsigned held_ = 0;
  std::size_t at_ = 0;
};

}  // namespace ecg::flac
