#include "tests/support/zip_writer.h"

#include <algorithm>

#include "models/crc32.h"

namespace founder::test {

std::string le(std::uint64_t value, int count) {
  std::string out;
  for (int i = 0; i < count; ++i) out += static_cast<char>(i < 8 ? value >> 8 * i : 0);
  return out;
}

void ZipWriter::put(const std::string& bytes) {
  sink_.write(bytes.data(), bytes.size());
  at_ += bytes.size();
}

void ZipWriter::header(const Entry& entry) {
  const std::uint64_t unpadded = at_ + 30 + entry.name.size() + 4;
  const std::uint64_t padding = (64 - unpadded % 64) % 64;
  put("PK\3\4" + le(0, 2) + le(0x0808, 2) + le(static_cast<unsigned>(entry.method), 2) + le(0, 16) +
      le(entry.name.size(), 2) + le(padding + 4, 2) + entry.name + "FB" + le(padding, 2) +
      std::string(padding, 'Z'));
}

void ZipWriter::begin(const std::string& name) {
  entries_.emplace_back();
  entries_.back().name = name;
  entries_.back().offset = at_;
  header(entries_.back());
}

void ZipWriter::write(const void* bytes, std::size_t count, bool flip) {
  Entry& entry = entries_.back();
  entry.crc = crc32(entry.crc, bytes, count);
  entry.size = entry.stored += count;
  at_ += count;
  const char first = static_cast<char>(*static_cast<const char*>(bytes) ^ 1);
  if (flip) sink_.write(&first, 1);
  sink_.write(static_cast<const char*>(bytes) + flip, count - flip);
}

void ZipWriter::end() {
  const Entry& entry = entries_.back();
  put("PK\7\10" + le(entry.crc, 4) + le(entry.stored, 4) + le(entry.size, 4));
}

void ZipWriter::addDeflated(const std::string& name, const std::string& bytes, std::uint64_t size) {
  Entry entry;
  entry.name = name;
  entry.offset = at_;
  entry.method = 8;
  entry.crc = crc32(0, bytes.data(), bytes.size());
  header(entry);
  const std::uint64_t begin = at_;
  for (std::size_t at = 0; at < bytes.size(); at += 0xFFFF) {
    const std::size_t count = std::min<std::size_t>(0xFFFF, bytes.size() - at);
    put(le(at + count == bytes.size(), 1) + le(count, 2) + le(~count, 2) + bytes.substr(at, count));
  }
  entry.stored = at_ - begin;
  entry.size = size;
  entries_.push_back(entry);
  end();
}

void ZipWriter::finish() {
  const std::uint64_t start = at_;
  for (const Entry& entry : entries_) {
    const bool large = entry.size > 0xFFFFFFFE;
    const std::string extra = large ? le(1, 2) + le(8, 2) + le(entry.size, 8) : "";
    put("PK\1\2" + le(0, 4) + le(0x0808, 2) + le(static_cast<unsigned>(entry.method), 2) +
        le(0, 4) + le(entry.crc, 4) + le(entry.stored, 4) + le(large ? 0xFFFFFFFF : entry.size, 4) +
        le(entry.name.size(), 2) + le(extra.size(), 2) + le(0, 10) + le(entry.offset, 4) +
        entry.name + extra);
  }
  const std::uint64_t end = at_, size = end - start, count = entries_.size();
  put("PK\6\6" + le(44, 8) + le(0x031E, 2) + le(45, 2) + le(0, 8) + le(count, 8) + le(count, 8) +
      le(size, 8) + le(start, 8));
  put("PK\6\7" + le(0, 4) + le(end, 8) + le(1, 4));
  put("PK\5\6" + le(0, 4) + le(count, 2) + le(count, 2) + le(size, 4) + le(start, 4) + le(0, 2));
}

}  // namespace founder::test
