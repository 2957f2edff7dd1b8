#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>

#include "preprocess/formats/reader.h"

namespace ecg {

/// Reads numbers and pieces from bytes of a file, none of them beyond their end.
///
/// Every function that takes bytes throws InputError `truncated` where they are not there, in a
/// sentence that names the file and the byte.
class ByteReader {
 public:
  enum class Order { little, big };

  /// @param offset of `bytes` in the file, for messages.
  ByteReader(std::string file, ByteView bytes, Order order = Order::little, std::size_t offset = 0)
      : file_(std::move(file)), bytes_(bytes), order_(order), offset_(offset) {}

  const std::string& file() const { return file_; }
  std::size_t size() const { return bytes_.size; }
  std::size_t position() const { return at_; }
  std::size_t remaining() const { return bytes_.size - at_; }
  /// The position in the file, for messages.
  std::size_t fileOffset() const { return offset_ + at_; }
  void setOrder(Order order) { order_ = order; }

  void seek(std::size_t position);
  void skip(std::size_t count) { take(count); }
  /// The next bytes, and past them.
  ByteView take(std::size_t count);
  /// The same as a reader of their own.
  ByteReader part(std::size_t count);
  std::string_view text(std::size_t count);

  std::uint8_t u8() { return static_cast<std::uint8_t>(number(1)); }
  std::uint16_t u16() { return static_cast<std::uint16_t>(number(2)); }
  std::uint32_t u32() { return static_cast<std::uint32_t>(number(4)); }
  std::uint64_t u64() { return number(8); }
  std::int8_t i8() { return static_cast<std::int8_t>(number(1)); }
  std::int16_t i16() { return static_cast<std::int16_t>(number(2)); }
  std::int32_t i32() { return static_cast<std::int32_t>(number(4)); }
  std::int64_t i64() { return static_cast<std::int64_t>(number(8)); }
  float f32();
  double f64();

 private:
  std::uint64_t number(std::size_t count);

  std::string file_;
  ByteView bytes_;
  Order order_;
  std::size_t offset_ = 0, at_ = 0;
};

}  // namespace ecg
