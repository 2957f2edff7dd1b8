#include "preprocess/formats/npy/npy_array.h"

#include <algorithm>
#include <utility>

#include "preprocess/formats/npy/npy_header.h"
#include "preprocess/formats/text.h"

namespace ecg::npy {
namespace {

const std::string objects = "holds Python objects (a pickle), which only Python can read";

/// A type such as "<f8".
struct Type {
  char order = '|', kind = 0;
  std::size_t size = 0;
};

Type parseType(const std::string& text) {
  Type type;
  const bool marked = text.size() > 1 && std::string("<>|=").find(text[0]) != std::string::npos;
  type.order = marked ? text[0] : '|';
  const std::size_t at = marked ? 1 : 0;
  if (text.size() <= at || text.size() > 9) return type;
  type.kind = text[at];
  for (std::size_t i = at + 1; i < text.size(); ++i) {
    if (text[i] < '0' || text[i] > '9') return type;
    type.size = type.size * 10 + static_cast<std::size_t>(text[i] - '0');
  }
  return type;
}

bool isNumber(const Type& type) {
  const auto is = [&](std::initializer_list<std::size_t> sizes) {
    return std::find(sizes.begin(), sizes.end(), type.size) != sizes.end();
  };
  if (type.kind == 'f') return is({2, 4, 8});
  return (type.kind == 'i' || type.kind == 'u') && is({1, 2, 4, 8});
}

void appendUtf8(std::string& out, std::uint32_t code) {
  if (code < 0x80) {
    out += static_cast<char>(code);
  } else if (code < 0x800) {
    out += static_cast<char>(0xC0 | code >> 6);
    out += static_cast<char>(0x80 | (code & 0x3F));
  } else {
    out += '?';  // no lead, unit or rate has such a letter
  }
}

/// Texts of a fixed size, as bytes or as UTF-32, padded with zeros.
std::vector<std::string> readTexts(ByteReader& reader, const Type& type, std::size_t count) {
  std::vector<std::string> texts(count);
  for (std::string& out : texts) {
    if (type.kind == 'S') {
      const auto stored = reader.text(type.size);
      out = text::utf8(stored.substr(0, stored.find('\0')));
      continue;
    }
    for (std::size_t i = 0; i < type.size; ++i)
      if (const std::uint32_t code = reader.u32()) appendUtf8(out, code);
  }
  return texts;
}

/// How many numbers the shape has, or more than `most`.
std::size_t countOf(const std::vector<std::size_t>& shape, std::size_t most) {
  if (std::find(shape.begin(), shape.end(), std::size_t{0}) != shape.end()) return 0;
  std::size_t count = 1;
  for (std::size_t side : shape) {
    if (count > most / side) return most + 1;
    count *= side;
  }
  return count;
}

}  // namespace

bool isObjects(const std::string& reason) { return reason == objects; }

std::string readArray(ByteReader reader, const std::string& name, arrays::Contents& contents) {
  constexpr std::size_t mostTexts = 1024;
  Header header = readHeader(reader);
  const Type type = parseType(header.type);
  if (type.kind == 'O') return objects;
  const bool isText = (type.kind == 'U' || type.kind == 'S') && type.size > 0;
  if (!isNumber(type) && !isText)
    return header.type.empty() ? "has a structured type; save the samples as an array of numbers"
                               : "has the type " + text::quoted(header.type) +
                                     "; save the samples as integers or reals";
  const std::size_t width = type.kind == 'U' ? 4 * type.size : type.size;
  const std::size_t room = reader.remaining() / width;
  const std::size_t count = countOf(header.shape, room);
  if (count > room)
    reject("truncated", {reader.file(), " ends at byte ", reader.fileOffset() + reader.remaining(),
                         ", before the numbers that its shape promises; get the "
                         "original file."});
  reader.setOrder(type.order == '>' ? ByteReader::Order::big : ByteReader::Order::little);
  arrays::Item item;
  item.name = name;
  item.columnMajor = header.columnMajor;
  item.shape = std::move(header.shape);
  if (isText) {
    if (count > mostTexts) return "has more texts than any list of leads";
    item.texts = readTexts(reader, type, count);
    if (item.texts.empty()) return "";
  } else {
    item.numbers.kind = type.kind == 'f'   ? arrays::NumberKind::real
                        : type.kind == 'i' ? arrays::NumberKind::integer
                                           : arrays::NumberKind::natural;
    item.numbers.width = type.size;
    item.numbers.order = type.order == '>' ? ByteReader::Order::big : ByteReader::Order::little;
    item.numbers.bytes = reader.take(count * width);
  }
  contents.add(std::move(item));
  return "";
}

}  // namespace ecg::npy
