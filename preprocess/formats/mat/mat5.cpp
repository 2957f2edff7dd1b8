#include "preprocess/formats/mat/mat5.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "preprocess/formats/deflate/inflate.h"
#include "preprocess/formats/mat/element.h"
#include "preprocess/formats/text.h"

namespace ecg::mat {
namespace {

constexpr std::size_t headerSize = 128, deepest = 8, mostSides = 32, mostTexts = 1024;
constexpr std::size_t mostFields = 4096, mostDiagnostics = 20;
constexpr std::uint32_t complexFlag = 0x800;

/// The classes of arrays that are not numbers; those of numbers are 6 to 15.
enum Class : unsigned { cellClass = 1, structClass, objectClass, charClass, sparseClass };

std::optional<ByteReader::Order> orderOf(ByteView bytes) {
  if (bytes.size < headerSize) return std::nullopt;
  const std::uint8_t* end = bytes.data + headerSize - 4;
  if (end[0] == 0 && end[1] == 1 && end[2] == 'I' && end[3] == 'M')
    return ByteReader::Order::little;
  if (end[0] == 1 && end[1] == 0 && end[2] == 'M' && end[3] == 'I') return ByteReader::Order::big;
  return std::nullopt;
}

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

/// Where a variable is: what holds it and its name there.
struct Place {
  std::string parent, name;
  std::size_t depth = 0;

  Place within(const std::string& field, std::size_t index, bool numbered) const {
    std::string holder = parent + (parent.empty() || name.empty() ? "" : ".") + name;
    if (numbered) holder += "[" + std::to_string(index + 1) + "]";
    return {holder, field, depth + 1};
  }
};

class Level5 {
 public:
  Level5(const NamedBytes& file, ByteReader::Order order, arrays::Contents& contents)
      : file_(file), order_(order), contents_(contents), most_(mostInflated(file.bytes.size)) {}

  void run() {
    ByteReader reader(file_.name, file_.bytes, order_);
    reader.seek(headerSize);
    while (reader.remaining() >= 8) {
      Element element = takeElement(reader);
      if (element.type == Type::compressed) element = takeElement(unpacked(element.content));
      if (element.type == Type::matrix) matrix(element.content, {});
    }
  }

 private:
  ByteReader& unpacked(ByteReader packed) {
    const DeflateSource source{file_.name, packed.fileOffset()};
    const ByteView bytes = contents_.keep(
        inflate(packed.take(packed.remaining()), most_, source, DeflateFraming::zlib));
    most_ -= bytes.size;
    // Messages name the byte within what was unpacked.
    unpacked_ = ByteReader(file_.name + " (unpacked from byte " + std::to_string(source.offset) +
                               ")",
                           bytes, order_);
    return *unpacked_;
  }

  void leaveOut(const Place& place, const std::string& why) {
    if (contents_.diagnostics.size() >= mostDiagnostics) return;
    contents_.diagnostics.push_back(
        {"array-left-out", "Variable " + text::quoted(place.name) + " was left out: " + why + "."});
  }

  void matrix(ByteReader reader, Place place) {
    if (reader.remaining() == 0) return;  // an empty field
    const auto flags = takeIntegers(reader, 2);
    const std::uint32_t flag = flags.empty() ? 0 : static_cast<std::uint32_t>(flags[0]);
    const unsigned kind = flag & 0xFF;
    if (kind == 0 || kind > 15) return;  // objects of other forms
    const auto sides = takeIntegers(reader, mostSides);
    const std::string name = takeName(reader);
    if (place.depth == 0) {
      if (name.empty()) return;  // MATLAB's own workspace
      place.name = text::utf8(name);
    }
    arrays::Item item;
    item.parent = place.parent;
    item.name = place.name;
    item.columnMajor = true;
    for (std::int32_t side : sides) {
      if (side < 0) throw InputError("bad-header", reader.file() + " has a matrix with " +
                                                       std::to_string(side) +
                                                       " entries on a side before byte " +
                                                       std::to_string(reader.fileOffset()) +
                                                       "; get the original file.");
      item.shape.push_back(static_cast<std::size_t>(side));
    }
    if (kind == cellClass) {
      cells(reader, place);
    } else if (kind == structClass || kind == objectClass) {
      if (kind == objectClass) takeName(reader);
      const bool one = std::all_of(sides.begin(), sides.end(), [](auto side) { return side == 1; });
      fields(reader, place, !one);
    } else if (kind == sparseClass || flag & complexFlag) {
      leaveOut(place, kind == sparseClass ? "it is sparse" : "it is complex");
    } else {
      values(reader, std::move(item), kind == charClass);
    }
  }

  bool tooDeep(const Place& place) {
    if (place.depth < deepest) return false;
    leaveOut(place, "it is nested more than " + std::to_string(deepest) + " deep");
    return true;
  }

  void cells(ByteReader& reader, const Place& place) {
    if (tooDeep(place)) return;
    const std::size_t before = contents_.items.size();
    for (std::size_t i = 0; reader.remaining() >= 8; ++i) {
      Element cell = takeElement(reader);
      if (cell.type == Type::matrix) matrix(cell.content, place.within("", i, true));
    }
    joinTexts(before, place);
  }

  /// A cell array of texts is one item, a list of texts.
  void joinTexts(std::size_t before, const Place& place) {
    auto& items = contents_.items;
    if (before == items.size()) return;
    std::vector<std::string> texts;
    for (std::size_t i = before; i < items.size(); ++i) {
      if (items[i].texts.size() != 1 || texts.size() == mostTexts) return;
      texts.push_back(items[i].texts[0]);
    }
    items.resize(before);
    arrays::Item item;
    item.parent = place.parent;
    item.name = place.name;
    item.texts = std::move(texts);
    contents_.add(std::move(item));
  }

  void fields(ByteReader& reader, const Place& place, bool several) {
    if (tooDeep(place)) return;
    const auto sizes = takeIntegers(reader, 1);
    const std::string list = takeName(reader);
    if (sizes.empty() || sizes[0] <= 0 || list.empty()) return;
    const auto size = static_cast<std::size_t>(sizes[0]);
    std::vector<std::string> names;
    for (std::size_t at = 0; at + 1 < list.size() && names.size() < mostFields; at += size) {
      std::string name = list.substr(at, size);
      names.push_back(text::utf8(name.substr(0, name.find('\0'))));
      if (size > list.size() - at) break;
    }
    if (names.empty()) return;
    for (std::size_t i = 0; reader.remaining() >= 8; ++i) {
      Element value = takeElement(reader);
      if (value.type == Type::matrix)
        matrix(value.content, place.within(names[i % names.size()], i / names.size(), several));
    }
  }

  void values(ByteReader& reader, arrays::Item item, bool isText) {
    if (reader.remaining() == 0 || item.shape.empty()) return;
    Element element = takeElement(reader);
    if (!setType(element.type, item.numbers)) return;
    item.numbers.order = order_;
    item.numbers.bytes = element.content.take(element.content.remaining());
    const std::size_t count = item.numbers.size();
    std::size_t said = 1;
    for (std::size_t side : item.shape) {
      if (side && said > count / side)
        throw InputError("truncated", element.content.file() + " has " + std::to_string(count) +
                                          " numbers before byte " +
                                          std::to_string(element.content.fileOffset()) +
                                          " for a matrix with more; get the original file.");
      said *= side;
    }
    if (said == 0) return;
    item.numbers.bytes.size = said * item.numbers.width;
    if (isText) {
      readTexts(item);
      if (item.texts.empty()) return;
    }
    contents_.add(std::move(item));
  }

  /// The rows of a matrix of characters.
  static void readTexts(arrays::Item& item) {
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

  static void appendCharacter(std::string& out, double code, std::size_t width) {
    if (code < 128 || width == 1) {
      out += static_cast<char>(static_cast<unsigned char>(code));
    } else if (code < 0x800) {
      const auto bits = static_cast<unsigned>(code);
      out += static_cast<char>(0xC0 | bits >> 6);
      out += static_cast<char>(0x80 | (bits & 0x3F));
    } else {
      out += '?';  // no lead, unit or rate has such a letter
    }
  }

  const NamedBytes& file_;
  ByteReader::Order order_;
  arrays::Contents& contents_;
  std::size_t most_;
  std::optional<ByteReader> unpacked_;
};

}  // namespace

Match sniffLevel5(ByteView bytes) {
  if (!orderOf(bytes)) return Match::none;
  return text::view(bytes).substr(0, 6) == "MATLAB" ? Match::certain : Match::possible;
}

void readLevel5(const NamedBytes& file, arrays::Contents& contents) {
  const auto order = orderOf(file.bytes);
  Level5(file, order.value_or(ByteReader::Order::little), contents).run();
}

}  // namespace ecg::mat
