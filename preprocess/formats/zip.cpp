#include "preprocess/formats/zip.h"

#include <algorithm>

#include "preprocess/formats/crc32.h"
#include "preprocess/formats/deflate/inflate.h"
#include "preprocess/formats/text.h"

namespace ecg::zip {
namespace {

constexpr std::size_t endSize = 22, locatorSize = 20, recordSize = 46, mostEntries = 10000;
constexpr std::uint32_t inExtra = 0xFFFFFFFF;  // the number is in the ZIP64 extra field

[[noreturn]] void bad(const NamedBytes& file, const std::string& what) {
  reject("bad-zip", {file.name, " is a damaged ZIP: ", what, "; get the original file."});
}

struct Extent {
  std::uint64_t offset = 0, entries = 0;
};

std::size_t findEnd(const NamedBytes& file) {
  const std::string_view text = text::view(file.bytes);
  const std::size_t tail = std::min<std::size_t>(text.size(), endSize + 0xFFFF);
  const std::size_t at = text.substr(text.size() - tail).rfind("PK\5\6");
  if (at == std::string_view::npos || tail - at < endSize)
    reject("truncated", {file.name, " has no ZIP directory at its end (byte ", text.size(),
                         "), so that it was cut short; get the original file."});
  return text.size() - tail + at;
}

Extent directoryExtent(const NamedBytes& file, ByteReader& reader) {
  const std::size_t end = findEnd(file);
  if (end >= locatorSize) {
    reader.seek(end - locatorSize);
    if (reader.text(4) == "PK\6\7") {
      reader.skip(4);
      const std::uint64_t at = reader.u64();
      if (at > end) bad(file, "its ZIP64 directory lies outside it");
      reader.seek(static_cast<std::size_t>(at));
      if (reader.text(4) != "PK\6\6") bad(file, "its ZIP64 directory is not where it should be");
      reader.skip(28);
      const std::uint64_t entries = reader.u64();
      reader.skip(8);
      return {reader.u64(), entries};
    }
  }
  reader.seek(end + 10);
  const std::uint64_t entries = reader.u16();
  reader.skip(4);
  return {reader.u32(), entries};
}

/// Numbers that do not fit their field, in the fixed order of the ZIP64 extra field.
void applyZip64(ByteReader extra, std::uint64_t& size, std::uint64_t& packed,
                std::uint64_t& offset) {
  while (extra.remaining() >= 4) {
    const unsigned id = extra.u16();
    const std::size_t length = extra.u16();
    if (length > extra.remaining()) return;
    ByteReader field = extra.part(length);
    if (id != 1) continue;
    for (std::uint64_t* value : {&size, &packed, &offset})
      if (*value == inExtra && field.remaining() >= 8) *value = field.u64();
  }
}

Entry readRecord(const NamedBytes& file, ByteReader& reader) {
  if (reader.remaining() < recordSize || reader.text(4) != "PK\1\2")
    bad(file, "its directory holds fewer entries than it claims");
  Entry entry;
  reader.skip(4);
  entry.encrypted = reader.u16() & 1;
  entry.method = reader.u16();
  reader.skip(4);
  entry.crc = reader.u32();
  std::uint64_t packed = reader.u32(), size = reader.u32();
  const std::size_t nameSize = reader.u16(), extraSize = reader.u16(), commentSize = reader.u16();
  reader.skip(8);
  std::uint64_t offset = reader.u32();
  entry.name = std::string(reader.text(nameSize));
  applyZip64(reader.part(extraSize), size, packed, offset);
  reader.skip(commentSize);
  if (offset > file.bytes.size || packed > file.bytes.size - offset || size > SIZE_MAX)
    bad(file, sentence({"entry ", text::quoted(entry.name), " lies outside it"}));
  entry.offset = static_cast<std::size_t>(offset);
  entry.packed = static_cast<std::size_t>(packed);
  entry.size = static_cast<std::size_t>(size);
  return entry;
}

}  // namespace

std::vector<Entry> readDirectory(const NamedBytes& file) {
  ByteReader reader(file.name, file.bytes);
  const Extent extent = directoryExtent(file, reader);
  if (extent.offset > file.bytes.size) bad(file, "its directory lies outside it");
  if (extent.entries > mostEntries) bad(file, sentence({"it claims ", extent.entries, " entries"}));
  reader.seek(static_cast<std::size_t>(extent.offset));
  std::vector<Entry> entries;
  for (std::uint64_t i = 0; i < extent.entries; ++i) entries.push_back(readRecord(file, reader));
  return entries;
}

ByteReader packedBytes(const NamedBytes& file, const Entry& entry) {
  ByteReader reader(file.name, file.bytes);
  reader.seek(entry.offset);
  if (reader.text(4) != "PK\3\4")
    bad(file, sentence({"entry ", text::quoted(entry.name), " is not where it should be"}));
  reader.skip(22);
  const std::size_t nameSize = reader.u16(), extraSize = reader.u16();
  reader.skip(nameSize + extraSize);
  return reader.part(entry.packed);
}

std::vector<std::uint8_t> unpack(const NamedBytes& file, const Entry& entry, std::size_t most) {
  ByteReader packed = packedBytes(file, entry);
  const std::string name = text::quoted(entry.name);
  if (entry.encrypted || (entry.method != 0 && entry.method != 8))
    reject(
        "unsupported-zip",
        {file.name, ": entry ", name, " is ",
         (entry.encrypted ? "encrypted" : "compressed by method " + std::to_string(entry.method)),
         "; pack it again without that."});
  const DeflateSource source{file.name, packed.fileOffset()};
  const ByteView stored = packed.take(packed.remaining());
  std::vector<std::uint8_t> bytes;
  if (entry.method == 8) {
    bytes = inflate(stored, std::min(most, entry.size), source);
  } else {
    if (entry.packed > most) bad(file, "its entries overlap");
    bytes.assign(stored.data, stored.data + stored.size);
  }
  if (bytes.size() != entry.size)
    bad(file, sentence({"entry ", name, " has ", bytes.size(), " bytes and not ", entry.size}));
  if (crc32({bytes.data(), bytes.size()}) != entry.crc)
    reject("checksum-failed", {file.name, ": entry ", name,
                               " does not have the checksum that the ZIP says; get "
                               "the original file."});
  return bytes;
}

}  // namespace ecg::zip
