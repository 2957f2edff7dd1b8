#pragma once

#include <cstdint>
#include <cstring>
#include <string>
#include <vector>

#include "models/bytes.h"
#include "models/error.h"

namespace founder {

/// Bytes in memory that somebody else owns and that outlive the source.
class MemorySource : public ByteSource {
 public:
  MemorySource(const void* bytes, std::size_t count)
      : bytes_(static_cast<const unsigned char*>(bytes)), count_(count) {}
  explicit MemorySource(const std::string& bytes) : MemorySource(bytes.data(), bytes.size()) {}

  std::uint64_t size() const override { return count_; }
  void read(std::uint64_t offset, void* to, std::size_t count) const override {
    if (offset > count_ || count > count_ - offset)
      throw ModelError("truncated", "The file ends at byte " + std::to_string(count_) + ", but " +
                                        std::to_string(count) + " bytes are wanted from byte " +
                                        std::to_string(offset) + ": get the file again.");
    if (count > 0) std::memcpy(to, bytes_ + offset, count);
  }

 private:
  const unsigned char* bytes_;
  std::size_t count_;
};

/// Keeps what is written; reserve `bytes` first where the size is known.
class MemorySink : public ByteSink {
 public:
  std::vector<std::uint8_t> bytes;
  void write(const void* from, std::size_t count) override {
    const auto* begin = static_cast<const std::uint8_t*>(from);
    bytes.insert(bytes.end(), begin, begin + count);
  }
};

}  // namespace founder
