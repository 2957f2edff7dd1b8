#include "models/protobuf_writer.h"

namespace founder {

ProtobufWriter& ProtobufWriter::integer(int field, std::uint64_t value) {
  varint(static_cast<std::uint64_t>(field) << 3);
  varint(value);
  return *this;
}

ProtobufWriter& ProtobufWriter::header(int field, std::uint64_t size) {
  varint(static_cast<std::uint64_t>(field) << 3 | 2);
  varint(size);
  return *this;
}

ProtobufWriter& ProtobufWriter::text(int field, std::string_view bytes) {
  header(field, bytes.size());
  bytes_.append(bytes);
  return *this;
}

void ProtobufWriter::varint(std::uint64_t value) {
  for (; value >= 0x80; value >>= 7) bytes_ += static_cast<char>(value | 0x80);
  bytes_ += static_cast<char>(value);
}

}  // namespace founder
