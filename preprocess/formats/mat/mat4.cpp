#include "preprocess/formats/mat/mat4.h"

#include <optional>
#include <utility>

#include "preprocess/formats/text.h"

namespace ecg::mat {
namespace {

constexpr std::size_t headerSize = 20, longestName = 64, mostDiagnostics = 20;

enum class Form { full, text, sparse };

/// What stands before a matrix: its type as MOPT (machine, 0, precision, form) and its sizes.
struct Header {
  ByteReader::Order order = ByteReader::Order::little;
  arrays::NumberKind kind = arrays::NumberKind::real;
  std::size_t width = 8;
  Form form = Form::full;
  std::size_t rows = 0, columns = 0, nameSize = 0;
  bool complex = false;
};

bool setType(std::uint32_t type, Header& header) {
  struct Precision {
    arrays::NumberKind kind;
    std::size_t width;
  };
  using Kind = arrays::NumberKind;
  static constexpr Precision precisions[] = {{Kind::real, 8},    {Kind::real, 4},
                                             {Kind::integer, 4}, {Kind::integer, 2},
                                             {Kind::natural, 2}, {Kind::natural, 1}};
  const std::uint32_t precision = type / 10 % 10, form = type % 10;
  const std::uint32_t machine = header.order == ByteReader::Order::big ? 1 : 0;
  if (type / 1000 != machine || type / 100 % 10 != 0 || precision > 5 || form > 2) return false;
  header.kind = precisions[precision].kind;
  header.width = precisions[precision].width;
  header.form = static_cast<Form>(form);
  return true;
}

/// The header at the reader's place, which has room for one; empty where there is none.
std::optional<Header> readHeader(ByteReader& reader) {
  const std::size_t at = reader.position();
  for (const auto order : {ByteReader::Order::little, ByteReader::Order::big}) {
    reader.seek(at);
    reader.setOrder(order);
    Header header;
    header.order = order;
    const std::uint32_t type = reader.u32();
    header.rows = reader.u32();
    header.columns = reader.u32();
    const std::uint32_t imaginary = reader.u32();
    header.nameSize = reader.u32();
    header.complex = imaginary == 1;
    if (setType(type, header) && imaginary <= 1 && header.nameSize > 0 &&
        header.nameSize <= longestName)
      return header;
  }
  return std::nullopt;
}

bool isName(std::string_view stored) {
  if (stored.empty() || stored.back() != '\0') return false;
  stored = stored.substr(0, stored.find('\0'));
  for (char c : stored)
    if (!((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_'))
      return false;
  return !stored.empty();
}

/// Bytes of the matrix; nothing where it does not fit what is left.
std::optional<std::size_t> bytesOf(const Header& header, std::size_t left) {
  const std::size_t parts = header.complex ? 2 : 1;
  const std::uint64_t count = std::uint64_t{header.rows} * header.columns;  // both below 2^32
  if (count > left / (header.width * parts)) return std::nullopt;
  return static_cast<std::size_t>(count) * header.width * parts;
}

/// Rows of characters, each stored as a number.
std::vector<std::string> readTexts(const arrays::Item& item, const Header& header) {
  std::vector<std::string> texts;
  if (header.rows > 1024) return texts;
  for (std::size_t row = 0; row < header.rows; ++row) {
    std::string line;
    for (std::size_t column = 0; column < header.columns; ++column) {
      const double code = item.numbers.at(row + column * header.rows);
      line += code >= 32 && code < 127 ? static_cast<char>(code) : '?';
    }
    texts.emplace_back(text::trim(line));
  }
  return texts;
}

}  // namespace

bool isLevel4(ByteView bytes) {
  if (bytes.size < headerSize) return false;
  ByteReader reader("", bytes);
  const auto header = readHeader(reader);
  if (!header || header->nameSize > reader.remaining()) return false;
  return isName(reader.text(header->nameSize)) && header->rows > 0 && header->columns > 0;
}

void readLevel4(const NamedBytes& file, arrays::Contents& contents) {
  ByteReader reader(file.name, file.bytes);
  while (reader.remaining() > 0) {
    const std::size_t at = reader.position();
    const auto header = reader.remaining() < headerSize ? std::nullopt : readHeader(reader);
    const std::string_view name =
        header && header->nameSize <= reader.remaining() ? reader.text(header->nameSize) : "";
    if (!isName(name))
      reject("bad-header",
             {file.name, " has no MATLAB matrix at byte ", at, "; get the original file."});
    const auto size = bytesOf(*header, reader.remaining());
    if (!size)
      reject("truncated",
             {file.name, " ends at byte ", file.bytes.size, " within the ", header->rows, " x ",
              header->columns, " matrix that begins at byte ", at, "; get the original file."});
    arrays::Item item;
    item.name = std::string(name.substr(0, name.find('\0')));
    item.shape = {header->rows, header->columns};
    item.columnMajor = true;
    item.numbers = {reader.take(*size), header->kind, header->width, header->order};
    if (header->form == Form::sparse || header->complex) {
      if (contents.diagnostics.size() >= mostDiagnostics) continue;
      say(contents.diagnostics, "array-left-out",
          {"Matrix ", item.name, " was left out: it is ",
           (header->complex ? "complex." : "sparse.")});
      continue;
    }
    if (header->form == Form::text) {
      item.texts = readTexts(item, *header);
      if (item.texts.empty()) continue;
      item.numbers.bytes = {};
    }
    contents.add(std::move(item));
  }
}

bool isPhysioNet(const arrays::Contents& contents) {
  if (contents.items.size() != 1) return false;
  const arrays::Item& item = contents.items[0];
  return item.name == "val" && item.numbers.kind != arrays::NumberKind::real;
}

}  // namespace ecg::mat
