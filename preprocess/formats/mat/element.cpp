#include "preprocess/formats/mat/element.h"

#include <algorithm>

namespace ecg::mat {
namespace {

[[noreturn]] void refuse(const ByteReader& reader, const std::string& what) {
  reject("bad-header", {reader.file(), " has ", what, " before byte ", reader.fileOffset(),
                        ", where MATLAB has another; get the original file."});
}

}  // namespace

Element takeElement(ByteReader& reader) {
  const std::uint32_t tag = reader.u32();
  if (tag >> 16) {
    ByteReader bytes = reader.part(4);
    const std::size_t size = tag >> 16;
    if (size > 4) refuse(reader, sentence({"a small element of ", size, " bytes"}));
    return {static_cast<Type>(tag & 0xFFFF), bytes.part(size)};
  }
  const auto type = static_cast<Type>(tag);
  const std::size_t size = reader.u32();
  Element element{type, reader.part(size)};
  // The last one may lack its padding; compressed ones have none.
  const std::size_t padding = type == Type::compressed ? 0 : (8 - size % 8) % 8;
  reader.skip(std::min(padding, reader.remaining()));
  return element;
}

std::vector<std::int32_t> takeIntegers(ByteReader& reader, std::size_t most) {
  Element element = takeElement(reader);
  const std::size_t count = element.content.size() / 4;
  if ((element.type != Type::int32 && element.type != Type::uint32) || count > most)
    refuse(reader, sentence({"an element of type ", static_cast<unsigned>(element.type), " with ",
                             element.content.size(), " bytes"}));
  std::vector<std::int32_t> values(count);
  for (std::int32_t& value : values) value = element.content.i32();
  return values;
}

std::string takeName(ByteReader& reader) {
  Element element = takeElement(reader);
  if (element.type != Type::int8 && element.type != Type::uint8 && element.type != Type::utf8)
    refuse(reader, "an element of type " + std::to_string(static_cast<unsigned>(element.type)));
  return std::string(element.content.text(element.content.size()));
}

}  // namespace ecg::mat
