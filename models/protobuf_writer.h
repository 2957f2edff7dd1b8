#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace founder {

/// Protocol-buffer wire format, appended field by field to a string.
class ProtobufWriter {
 public:
  ProtobufWriter& integer(int field, std::uint64_t value);
  ProtobufWriter& text(int field, std::string_view bytes);
  ProtobufWriter& message(int field, const ProtobufWriter& inner) {
    return text(field, inner.bytes_);
  }
  /// Announces `size` bytes of a field that the caller appends, or streams, itself.
  ProtobufWriter& header(int field, std::uint64_t size);

  const std::string& bytes() const { return bytes_; }

 private:
  void varint(std::uint64_t value);
  std::string bytes_;
};

}  // namespace founder
