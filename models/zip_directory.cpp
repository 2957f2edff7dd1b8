#include "models/zip_directory.h"

#include <algorithm>

#include "models/error.h"
#include "models/little_endian.h"
#include "models/quote.h"

namespace founder {
namespace {

constexpr std::uint64_t endSize = 22, locatorSize = 20, zip64EndSize = 56;
constexpr std::size_t headerSize = 30, recordSize = 46;
constexpr std::uint64_t largestDirectory = 64u << 20;

struct Extent {
  std::uint64_t offset, size, entries;
};

[[noreturn]] void badZip(const std::string& what) {
  throw ModelError("bad-zip", "The checkpoint's ZIP directory is damaged: " + what +
                                  "; download the file again.");
}

std::string readText(const ByteSource& source, std::uint64_t offset, std::uint64_t count) {
  std::string bytes(static_cast<std::size_t>(count), '\0');
  source.read(offset, bytes.data(), bytes.size());
  return bytes;
}

// The end record sits before a comment of up to 65,535 bytes.
std::uint64_t findEnd(const ByteSource& source) {
  const std::uint64_t tailSize = std::min<std::uint64_t>(source.size(), endSize + 0xFFFF);
  const std::uint64_t tailStart = source.size() - tailSize;
  const std::string tail = readText(source, tailStart, tailSize);
  for (std::size_t at = tail.rfind("PK\5\6"); at != std::string::npos && tailSize >= endSize;
       at = at == 0 ? std::string::npos : tail.rfind("PK\5\6", at - 1))
    if (at + endSize <= tailSize && at + endSize + littleEndian(&tail[at + 20], 2) <= tailSize)
      return tailStart + at;
  throw ModelError("truncated",
                   "The file begins as a PyTorch checkpoint, but the ZIP directory that has to be "
                   "at its end is missing: the download was cut short, get it again.");
}

Extent zip64Extent(const ByteSource& source, std::uint64_t locatorAt) {
  const std::string locator = readText(source, locatorAt, locatorSize);
  const std::uint64_t endAt = littleEndian(&locator[8], 8);
  if (locatorAt < zip64EndSize || endAt > locatorAt - zip64EndSize)
    badZip("the ZIP64 record lies outside the file");
  const std::string end = readText(source, endAt, zip64EndSize);
  if (end.compare(0, 4, "PK\6\6") != 0) badZip("the ZIP64 record is not where it should be");
  return {littleEndian(&end[48], 8), littleEndian(&end[40], 8), littleEndian(&end[32], 8)};
}

Extent directoryExtent(const ByteSource& source, std::uint64_t endAt) {
  if (endAt >= locatorSize && readText(source, endAt - locatorSize, 4) == "PK\6\7")
    return zip64Extent(source, endAt - locatorSize);
  const std::string end = readText(source, endAt, endSize);
  return {littleEndian(&end[16], 4), littleEndian(&end[12], 4), littleEndian(&end[10], 2)};
}

// Replaces the fields that hold 0xFFFFFFFF by those of the ZIP64 extra field, in its fixed order.
void applyZip64(const char* extra, std::size_t count, ZipEntry& entry) {
  for (std::size_t at = 0; at + 4 <= count;) {
    const std::uint64_t id = littleEndian(extra + at, 2), size = littleEndian(extra + at + 2, 2);
    at += 4;
    if (size > count - at) return;
    std::size_t field = at;
    for (std::uint64_t* value : {&entry.size, &entry.storedSize, &entry.headerOffset})
      if (id == 1 && *value == 0xFFFFFFFF && field + 8 <= at + size) {
        *value = littleEndian(extra + field, 8);
        field += 8;
      }
    at += size;
  }
}

ZipEntry parseRecord(const std::string& directory, std::size_t& at) {
  if (directory.size() - at < recordSize || directory.compare(at, 4, "PK\1\2") != 0)
    badZip("it holds fewer entries than it claims");
  const char* record = &directory[at];
  const std::size_t nameSize = littleEndian(record + 28, 2);
  const std::size_t extraSize = littleEndian(record + 30, 2);
  const std::size_t total = recordSize + nameSize + extraSize + littleEndian(record + 32, 2);
  if (total > directory.size() - at) badZip("an entry runs past its end");
  ZipEntry entry;
  entry.name = directory.substr(at + recordSize, nameSize);
  entry.stored = littleEndian(record + 10, 2) == 0 && (littleEndian(record + 8, 2) & 1) == 0;
  entry.crc = static_cast<std::uint32_t>(littleEndian(record + 16, 4));
  entry.storedSize = littleEndian(record + 20, 4);
  entry.size = littleEndian(record + 24, 4);
  entry.headerOffset = littleEndian(record + 42, 4);
  applyZip64(record + recordSize + nameSize, extraSize, entry);
  at += total;
  return entry;
}

void checkPlaces(std::vector<ZipEntry>& entries, std::uint64_t directoryAt) {
  std::sort(entries.begin(), entries.end(),
            [](const ZipEntry& a, const ZipEntry& b) { return a.headerOffset < b.headerOffset; });
  for (std::size_t i = 0; i < entries.size(); ++i) {
    const ZipEntry& entry = entries[i];
    const std::uint64_t next = i + 1 < entries.size() ? entries[i + 1].headerOffset : directoryAt;
    const std::uint64_t least = headerSize + entry.name.size();
    if (next < entry.headerOffset || next - entry.headerOffset < least ||
        next - entry.headerOffset - least < entry.storedSize)
      badZip("entry " + quote(entry.name) + " overlaps what follows it");
  }
}

}  // namespace

std::vector<ZipEntry> readZipDirectory(const ByteSource& source) {
  const std::uint64_t endAt = findEnd(source);
  const Extent extent = directoryExtent(source, endAt);
  if (extent.offset > endAt || extent.size > endAt - extent.offset)
    badZip("it lies outside the file");
  if (extent.size > largestDirectory || extent.entries > extent.size / recordSize)
    badZip("it claims " + std::to_string(extent.entries) + " entries in " +
           std::to_string(extent.size) + " bytes");
  const std::string directory = readText(source, extent.offset, extent.size);
  std::vector<ZipEntry> entries;
  entries.reserve(static_cast<std::size_t>(extent.entries));
  std::size_t at = 0;
  for (std::uint64_t i = 0; i < extent.entries; ++i) entries.push_back(parseRecord(directory, at));
  checkPlaces(entries, extent.offset);
  return entries;
}

std::uint64_t zipDataOffset(const ByteSource& source, const ZipEntry& entry) {
  if (!entry.stored || entry.storedSize != entry.size)
    throw ModelError("compressed-entry",
                     "Entry " + quote(entry.name) +
                         " of the checkpoint is compressed, which torch.save never does: use the "
                         "original file, not one that was zipped again.");
  const std::string header = readText(source, entry.headerOffset, headerSize);
  if (header.compare(0, 4, "PK\3\4") != 0 || littleEndian(&header[26], 2) != entry.name.size() ||
      readText(source, entry.headerOffset + headerSize, entry.name.size()) != entry.name)
    badZip("entry " + quote(entry.name) + " is not where it should be");
  const std::uint64_t data =
      entry.headerOffset + headerSize + entry.name.size() + littleEndian(&header[28], 2);
  if (data > source.size() || entry.size > source.size() - data)
    throw ModelError("truncated", "Entry " + quote(entry.name) +
                                      " runs past the end of the checkpoint: get the file again.");
  return data;
}

}  // namespace founder
