#include "preprocess/formats/mat/mat5_values.h"

#include "preprocess/formats/mat/element.h"
#include "preprocess/formats/text.h"

namespace ecg::mat {
namespace {

constexpr std::size_t mostTexts = 1024;

bool setType(Type type, arrays::Numbers& numbers) {
  using Kind = arrays::NumberKind;
  const auto set = [&](Kind kind, std::size_t width) {
    numbers.kind = kind;
    numbers.width = width;
    return true;
  };
  switch (type) {
    case Type::int8:
      return set(Kind::integer, 1);
    case Type::uint8:
    case Type::utf8:
      return set(Kind::natural, 1);
    case Type::int16:
      return set(Kind::integer, 2);
    case Type::uint16:
    case Type::utf16:
      return set(Kind::natural, 2);
    case Type::int32:
      return set(Kind::integer, 4);
    case Type::uint32:
    case Type::utf32:
      return set(Kind::natural, 4);
    case Type::int64:
      return set(Kind::integer, 8);
    case Type::uint64:
      return set(Kind::natural, 8);
    case Type::single:
      return set(Kind::real, 4);
    case Type::real:
      return set(Kind::real, 8);
    default:
      return false;
  }
}

void appendCharacter(std::string& out, double code, std::size_t width) {
  if (!(code >= 0 && code < 0x800)) {
    out += '?';  // no lead, unit or rate has such a letter
  } else if (code < 128 || width == 1) {
    out += static_cast<char>(static_cast<unsigned char>(code));
  } else {
    const auto bits = static_cast<unsigned>(code);
    out += static_cast<char>(0xC0 | bits >> 6);
    out += static_cast<char>(0x80 | (bits & 0x3F));
  }
}

/// The rows of a matrix of characters.
void readTexts(arrays::Item& item) {
  const std::size_t rows = item.shape.empty() ? 0 : item.shape[0];
  const std::size_t columns = rows ? item.numbers.size() / rows : 0;
  if (rows <= mostTexts)
    for (std::size_t row = 0; row < rows; ++row) {
      std::string line;
      for (std::size_t column = 0; column < columns; ++column)
        appendCharacter(line, item.numbers.at(row + column * rows), item.numbers.width);
      item.texts.emplace_back(text::trim(line));
    }
  item.numbers = {};
}

}  // namespace

bool takeValues(ByteReader& reader, ByteReader::Order order, bool isText, arrays::Item& item) {
  if (reader.remaining() == 0 || item.shape.empty()) return false;
  Element element = takeElement(reader);
  if (!setType(element.type, item.numbers)) return false;
  item.numbers.order = order;
  item.numbers.bytes = element.content.take(element.content.remaining());
  const std::size_t count = item.numbers.size();
  std::size_t said = 1;
  for (std::size_t side : item.shape) {
    if (side && said > count / side)
      reject("truncated",
             {element.content.file(), " has ", count, " numbers before byte ",
              element.content.fileOffset(), " for a matrix with more; get the original file."});
    said *= side;
  }
  if (said == 0) return false;
  item.numbers.bytes.size = said * item.numbers.width;
  if (isText) readTexts(item);
  return !isText || item.isText();
}

}  // namespace ecg::mat
