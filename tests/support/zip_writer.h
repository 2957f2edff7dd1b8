#pragma once

#include <string>
#include <vector>

#include "models/bytes.h"

namespace founder::test {

/// Writes a ZIP as torch.save does: stored entries whose data begin at multiples of 64 bytes, sizes
/// and checksum after the data, and a ZIP64 directory.
class ZipWriter {
 public:
  explicit ZipWriter(ByteSink& sink) : sink_(sink) {}

  void begin(const std::string& name);
  /// Bytes of the entry; `flip` changes the first of them after the checksum was taken.
  void write(const void* bytes, std::size_t count, bool flip = false);
  void end();
  /// An entry marked as deflated, in deflate's own stored blocks, that claims `size` bytes.
  void addDeflated(const std::string& name, const std::string& bytes, std::uint64_t size);
  void finish();

 private:
  struct Entry {
    std::string name;
    std::uint64_t offset = 0, stored = 0, size = 0;
    std::uint32_t crc = 0;
    int method = 0;
  };
  void header(const Entry& entry);
  void put(const std::string& bytes);

  ByteSink& sink_;
  std::uint64_t at_ = 0;
  std::vector<Entry> entries_;
};

/// `value` as `count` little-endian bytes.
std::string le(std::uint64_t value, int count);

}  // namespace founder::test
