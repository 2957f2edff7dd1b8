#pragma once

#include <cstdint>
#include <string>

#include "models/bytes.h"

namespace founder {

/// Walks the fields of one protocol-buffer message in a source, reading only what is asked for.
/// @throws ModelError `truncated` where a field runs past the message's end, `bad-model` where the
/// bytes are no protocol buffer.
class ProtobufReader {
 public:
  ProtobufReader(const ByteSource& source, std::uint64_t begin, std::uint64_t end)
      : source_(&source), at_(begin), end_(end) {}

  /// Moves to the next field, over what is left of this one; false at the end.
  bool next();
  bool isBytes(int field) const {
    return field_ == static_cast<std::uint64_t>(field) && type_ == 2;
  }
  bool isInteger(int field) const {
    return field_ == static_cast<std::uint64_t>(field) && type_ == 0;
  }
  /// The value; of a field of bytes, how many they are.
  std::uint64_t integer() const { return value_; }
  /// Where in the source a field of bytes begins.
  std::uint64_t bytesBegin() const { return at_ - value_; }
  /// @throws ModelError `bad-model` beyond `longest` bytes.
  std::string text(std::uint64_t longest) const;
  ProtobufReader inner() const { return {*source_, at_ - value_, at_}; }

 private:
  std::uint64_t varint();
  void skip(std::uint64_t count);

  const ByteSource* source_;
  std::uint64_t at_, end_;
  std::uint64_t field_ = 0, type_ = 0;
  std::uint64_t value_ = 0;  ///< an integer, or the size of the bytes that end at at_
};

}  // namespace founder
