#pragma once

#include <cstdint>
#include <string>

#include "models/bytes.h"
#include "models/error.h"
#include "wasm/values.h"

namespace wasm {

/// `{ size, read(offset, count) -> Uint8Array | null }`: a Blob, a file or bytes, read on demand.
class JsSource : public founder::ByteSource {
 public:
  explicit JsSource(val source) : source_(source), size_(source["size"].as<double>()) {}
  std::uint64_t size() const override { return size_; }
  void read(std::uint64_t offset, void* to, std::size_t count) const override {
    if (offset > size_ || count > size_ - offset)
      throw founder::ModelError("truncated", "The file ends at byte " + std::to_string(size_) +
                                                 " but byte " + std::to_string(offset + count) +
                                                 " is wanted: get the file again.");
    const val chunk =
        source_.call<val>("read", static_cast<double>(offset), static_cast<double>(count));
    if (chunk.isNull() || chunk["length"].as<double>() != count)
      throw founder::ModelError("read-failed", "The file could not be read at byte " +
                                                   std::to_string(offset) + ": open it again.");
    val(emscripten::typed_memory_view(count, static_cast<std::uint8_t*>(to)))
        .call<void>("set", chunk);
  }

 private:
  val source_;
  std::uint64_t size_;
};

}  // namespace wasm
