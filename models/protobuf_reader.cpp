#include "models/protobuf_reader.h"

#include <algorithm>

#include "models/error.h"

namespace founder {
namespace {

[[noreturn]] void bad() {
  throw ModelError("bad-model",
                   "The file is no protocol buffer, as an ONNX model has to be: get it again.");
}

}  // namespace

bool ProtobufReader::next() {
  if (at_ >= end_) return false;
  const std::uint64_t tag = varint();
  field_ = tag >> 3;
  type_ = tag & 7;
  if (field_ == 0) bad();
  switch (type_) {
    case 0:
      value_ = varint();
      return true;
    case 1:
      skip(8);
      return true;
    case 2:
      value_ = varint();
      skip(value_);
      return true;
    case 5:
      skip(4);
      return true;
    default:
      bad();
  }
}

std::string ProtobufReader::text(std::uint64_t longest) const {
  if (value_ > longest) bad();
  std::string bytes(static_cast<std::size_t>(value_), '\0');
  source_->read(at_ - value_, bytes.data(), bytes.size());
  return bytes;
}

std::uint64_t ProtobufReader::varint() {
  unsigned char bytes[10];
  const auto known = static_cast<std::size_t>(std::min<std::uint64_t>(sizeof bytes, end_ - at_));
  source_->read(at_, bytes, known);
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < known; ++i) {
    value |= static_cast<std::uint64_t>(bytes[i] & 0x7F) << (7 * i);
    if (bytes[i] < 0x80) {
      at_ += i + 1;
      return value;
    }
  }
  if (known < sizeof bytes) skip(known + 1);  // says that the file is cut short
  bad();
}

void ProtobufReader::skip(std::uint64_t count) {
  if (count > end_ - at_)
    throw ModelError("truncated",
                     "The model file ends in the middle of a field that begins at "
                     "byte " +
                         std::to_string(at_) + ": get it again.");
  at_ += count;
}

}  // namespace founder
