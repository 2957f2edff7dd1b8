#include "preprocess/formats/dicom/element.h"

#include <string_view>

namespace ecg::dicom {
namespace {

constexpr std::uint32_t undefinedLength = 0xFFFFFFFF;
constexpr int deepest = 32;

constexpr bool isDelimiter(Tag tag) { return tag >> 16 == 0xFFFE; }

/// Value representations with a length of two bytes; all others, later ones too, have four.
bool hasShortLength(const char* vr) {
  static constexpr std::string_view names =
      "AE AS AT CS DA DS DT FL FD IS LO LT PN SH SL SS ST TM "
      "UI UL US ";
  for (std::size_t i = 0; i < names.size(); i += 3)
    if (vr[0] == names[i] && vr[1] == names[i + 1]) return true;
  return false;
}

struct Header {
  Element element;
  std::uint32_t length = 0;
};

[[noreturn]] void refuseLength(const ByteReader& reader, const Element& element,
                               std::uint32_t length) {
  reject("truncated", {reader.file(), " has data element ", nameOf(element.tag), " at byte ",
                       element.offset, " with ", length, " bytes, of which ", reader.remaining(),
                       " are present; get the complete file."});
}

Header readHeader(ByteReader& reader, Encoding encoding) {
  Header header;
  Element& element = header.element;
  reader.setOrder(encoding.order);
  element.encoding = encoding;
  element.offset = reader.fileOffset();
  if (reader.remaining() < 8)
    reject("truncated", {reader.file(), " has ", reader.remaining(), " bytes left at byte ",
                         element.offset, ", where a data element takes 8; get the complete file."});
  const Tag group = reader.u16();
  element.tag = group << 16 | reader.u16();
  if (isDelimiter(element.tag) || !encoding.explicitVr) {
    header.length = reader.u32();
  } else {
    const std::string_view vr = reader.text(2);
    element.vr[0] = vr[0];
    element.vr[1] = vr[1];
    if (!looksLikeVr(element.vr))
      reject("bad-header", {reader.file(), " has data element ", nameOf(element.tag), " at byte ",
                            element.offset, " without a value representation; export it again."});
    if (hasShortLength(element.vr)) {
      header.length = reader.u16();
    } else {
      reader.skip(2);
      if (reader.remaining() < 4) refuseLength(reader, element, 4);
      header.length = reader.u32();
    }
  }
  element.valueOffset = reader.fileOffset();
  return header;
}

void skipItem(ByteReader& reader, Encoding encoding, int depth);

/// What is nested in a value of unknown representation is written in the default encoding.
Encoding nested(const Element& element) {
  return element.is("UN") ? Encoding{false, ByteReader::Order::little} : element.encoding;
}

/// Skips a sequence of undefined length; gives the position of its delimiter.
std::size_t skipSequence(ByteReader& reader, Encoding encoding, int depth) {
  if (depth > deepest)
    reject("bad-header", {reader.file(), " nests sequences more than ", deepest, " deep at byte ",
                          reader.fileOffset(), "; export it again."});
  for (;;) {
    const std::size_t start = reader.position();
    const Header header = readHeader(reader, encoding);
    if (header.element.tag == tags::sequenceEnd) return start;
    if (header.element.tag != tags::item)
      reject("bad-header",
             {reader.file(), " has data element ", nameOf(header.element.tag), " at byte ",
              header.element.offset, " where a sequence wants an item; export it again."});
    if (header.length == undefinedLength) {
      skipItem(reader, encoding, depth);
    } else {
      if (header.length > reader.remaining()) refuseLength(reader, header.element, header.length);
      reader.skip(header.length);
    }
  }
}

void skipItem(ByteReader& reader, Encoding encoding, int depth) {
  for (;;) {
    const Header header = readHeader(reader, encoding);
    if (header.element.tag == tags::itemEnd) return;
    if (header.length == undefinedLength) {
      skipSequence(reader, nested(header.element), depth + 1);
    } else {
      if (header.length > reader.remaining()) refuseLength(reader, header.element, header.length);
      reader.skip(header.length);
    }
  }
}

}  // namespace

std::string nameOf(Tag tag) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string out = "(";
  for (int shift = 28; shift >= 0; shift -= 4) {
    out += digits[tag >> shift & 15];
    if (shift == 16) out += ',';
  }
  return out + ")";
}

bool looksLikeVr(const char* vr) {
  return vr[0] >= 'A' && vr[0] <= 'Z' && vr[1] >= 'A' && vr[1] <= 'Z';
}

Element readElement(ByteReader& reader, Encoding encoding) {
  Header header = readHeader(reader, encoding);
  Element& element = header.element;
  const std::size_t start = reader.position();
  if (header.length != undefinedLength) {
    if (header.length > reader.remaining()) refuseLength(reader, element, header.length);
    element.value = reader.take(header.length);
  } else {
    std::size_t end = start;
    if (element.tag == tags::item) {
      skipItem(reader, encoding, 0);
      end = reader.position() - 8;
    } else {
      end = skipSequence(reader, nested(element), 0);
    }
    const std::size_t after = reader.position();
    reader.seek(start);
    element.value = reader.take(end - start);
    reader.seek(after);
  }
  if (element.is("UN")) element.encoding = nested(element);
  return header.element;
}

}  // namespace ecg::dicom
