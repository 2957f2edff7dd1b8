#pragma once

#include <cstddef>
#include <cstdint>

namespace founder {

/// Random access to bytes that need not be in memory: a file, a Blob, a range of a URL.
class ByteSource {
 public:
  virtual ~ByteSource() = default;
  virtual std::uint64_t size() const = 0;
  /// Copies `count` bytes from `offset` to `to`.
  /// @throws ModelError `truncated` when offset + count lies beyond the end.
  virtual void read(std::uint64_t offset, void* to, std::size_t count) const = 0;
};

/// Where a converter writes, in order, without keeping what it wrote.
class ByteSink {
 public:
  virtual ~ByteSink() = default;
  virtual void write(const void* from, std::size_t count) = 0;
};

}  // namespace founder
