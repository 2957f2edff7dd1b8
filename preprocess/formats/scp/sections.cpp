#include "preprocess/formats/scp/sections.h"

#include <algorithm>
#include <optional>

#include "preprocess/formats/crc_ccitt.h"
#include "preprocess/formats/text.h"

namespace ecg::scp {
namespace {

constexpr std::size_t recordHeader = 6;
constexpr std::size_t sectionHeader = 16;
constexpr std::size_t pointerBytes = 10;
constexpr std::size_t markAt = recordHeader + 10;

struct Pointer {
  int id = 0;
  std::size_t length = 0, index = 0;
};

std::size_t u16(ByteView bytes, std::size_t at) {
  return bytes.data[at] | static_cast<std::size_t>(bytes.data[at + 1]) << 8;
}

std::size_t u32(ByteView bytes, std::size_t at) {
  return u16(bytes, at) | u16(bytes, at + 2) << 16;
}

bool isMarked(ByteView bytes) {
  return text::view(bytes).substr(std::min(markAt, bytes.size), 6) == "SCPECG";
}

/// Section 0's header, and its first pointer, which is to itself.
bool looksLikePointers(ByteView bytes) {
  if (bytes.size < recordHeader + sectionHeader + pointerBytes) return false;
  const std::size_t length = u32(bytes, 10);
  return u16(bytes, 8) == 0 && length >= sectionHeader + pointerBytes && length < 4096 &&
         (length - sectionHeader) % pointerBytes == 0 && u16(bytes, 22) == 0 &&
         u32(bytes, 24) == length && (u32(bytes, 28) == 7 || u32(bytes, 28) == 6);
}

bool checksumFits(ByteView bytes, std::size_t at, std::size_t length) {
  return length >= sectionHeader && at <= bytes.size && length <= bytes.size - at &&
         crcCcitt({bytes.data + at + 2, length - 2}) == u16(bytes, at);
}

bool headerFits(ByteView bytes, std::size_t at, const Pointer& pointer) {
  return at >= recordHeader && at <= bytes.size && bytes.size - at >= sectionHeader &&
         u16(bytes, at + 2) == static_cast<std::size_t>(pointer.id) &&
         (u32(bytes, at + 4) == pointer.length || checksumFits(bytes, at, pointer.length));
}

/// Where else a section lies: its own header and a right checksum say so. A file that repeats the
/// header without end is given up on.
std::optional<std::size_t> searchFor(ByteView bytes, const Pointer& pointer) {
  int tries = 16;
  for (std::size_t at = recordHeader; at + pointer.length <= bytes.size && tries > 0; ++at) {
    if (u16(bytes, at + 2) != static_cast<std::size_t>(pointer.id) ||
        u32(bytes, at + 4) != pointer.length)
      continue;
    if (checksumFits(bytes, at, pointer.length)) return at;
    --tries;
  }
  return std::nullopt;
}

/// The first byte of a section; pointers count from 1 on, some writers' from 0 on.
std::optional<std::size_t> locate(ByteView bytes, const Pointer& pointer) {
  if (pointer.index > 0 && headerFits(bytes, pointer.index - 1, pointer)) return pointer.index - 1;
  if (headerFits(bytes, pointer.index, pointer)) return pointer.index;
  return std::nullopt;
}

void place(Record& record, ByteView bytes, const Pointer& pointer) {
  auto at = locate(bytes, pointer);
  if (!at && (at = searchFor(bytes, pointer))) record.moved.push_back(pointer.id);
  if (!at) {
    const bool beyond = pointer.index > bytes.size || pointer.length > bytes.size - pointer.index;
    (beyond ? record.cut : record.lost).push_back(pointer.id);
    return;
  }
  if (pointer.length > bytes.size - *at) {
    record.cut.push_back(pointer.id);
    return;
  }
  Section section;
  section.offset = *at + sectionHeader;
  section.data = {bytes.data + section.offset, pointer.length - sectionHeader};
  section.intact = checksumFits(bytes, *at, pointer.length);
  record.sections.emplace(pointer.id, section);
}

bool contains(const std::vector<int>& ids, int id) {
  return std::find(ids.begin(), ids.end(), id) != ids.end();
}

}  // namespace

const Section* Record::find(int id) const {
  if (const auto at = sections.find(id); at != sections.end()) return &at->second;
  if (contains(cut, id))
    reject("truncated", {file, " ends at byte ", present, ", before section ", id,
                         " does; get the original file."});
  if (contains(lost, id))
    refuse(sentence({"section ", id, " is not where section 0 says, nor elsewhere"}));
  return nullptr;
}

const Section& Record::require(int id) const {
  if (const Section* section = find(id)) return *section;
  refuse(sentence({"section ", id, " is missing"}));
}

ByteReader Record::reader(const Section& section) const {
  return {file, section.data, ByteReader::Order::little, section.offset};
}

void Record::refuse(const std::string& what) const {
  reject("bad-header",
         {file, " is no SCP-ECG record that can be read: ", what, "; export it again."});
}

Match sniff(ByteView bytes) {
  if (bytes.size < recordHeader + sectionHeader) return Match::none;
  if (isMarked(bytes)) return u16(bytes, 8) == 0 ? Match::certain : Match::possible;
  return looksLikePointers(bytes) ? Match::possible : Match::none;
}

Record readRecord(const NamedBytes& file) {
  const ByteView bytes = file.bytes;
  if (sniff(bytes) == Match::none)
    reject("not-scp", {file.name,
                       " does not begin as an SCP-ECG record does; check "
                       "that the right file was chosen."});
  Record record;
  record.file = file.name;
  record.marked = isMarked(bytes);
  record.version = bytes.data[recordHeader + 9];
  record.present = bytes.size;
  record.size = u32(bytes, 2);
  record.intact = record.size > 2 && record.size <= bytes.size &&
                  crcCcitt({bytes.data + 2, record.size - 2}) == u16(bytes, 0);
  const std::size_t length = u32(bytes, recordHeader + 4);
  if (length < sectionHeader || length > 65536)
    record.refuse(sentence({"section 0 says that it has ", length, " bytes"}));
  ByteReader pointers(file.name, bytes);
  pointers.seek(recordHeader + sectionHeader);
  for (std::size_t i = 0; i < (length - sectionHeader) / pointerBytes; ++i) {
    Pointer pointer;
    pointer.id = pointers.u16();
    pointer.length = pointers.u32();
    pointer.index = pointers.u32();
    const bool known = record.sections.count(pointer.id) || contains(record.lost, pointer.id) ||
                       contains(record.cut, pointer.id);
    if (pointer.id == 0 || pointer.id > 18 || pointer.length <= sectionHeader || known) continue;
    place(record, bytes, pointer);
  }
  return record;
}

}  // namespace ecg::scp
