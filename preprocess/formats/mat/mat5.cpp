#include "preprocess/formats/mat/mat5.h"

#include <algorithm>
#include <optional>
#include <utility>

#include "preprocess/formats/deflate/inflate.h"
#include "preprocess/formats/mat/element.h"
#include "preprocess/formats/mat/mat5_values.h"
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

/// Where a variable is: what holds it and its name there.
struct Place {
  std::string parent, name;
  std::size_t depth = 0;

  Place within(const std::string& field, std::size_t index, bool numbered) const {
    std::string holder = sentence({parent, (parent.empty() || name.empty() ? "" : "."), name});
    if (numbered) holder += sentence({"[", index + 1, "]"});
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
    unpacked_ = ByteReader(
        file_.name + " (unpacked from byte " + std::to_string(source.offset) + ")", bytes, order_);
    return *unpacked_;
  }

  void leaveOut(const Place& place, const std::string& why) {
    if (contents_.diagnostics.size() >= mostDiagnostics) return;
    say(contents_.diagnostics, "array-left-out",
        {"Variable ", text::quoted(place.name), " was left out: ", why, "."});
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
      if (side < 0)
        reject("bad-header",
               {reader.file(), " has a matrix with ", side, " entries on a side before byte ",
                reader.fileOffset(), "; get the original file."});
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
      if (takeValues(reader, order_, kind == charClass, item)) contents_.add(std::move(item));
    }
  }

  bool tooDeep(const Place& place) {
    if (place.depth < deepest) return false;
    leaveOut(place, sentence({"it is nested more than ", deepest, " deep"}));
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
