#pragma once

#include <cstddef>
#include <cstring>
#include <memory>
#include <new>

namespace founder {

/// Memory on a cache line's boundary whose values are not set until they are needed.
template <typename T>
class Buffer {
 public:
  Buffer() = default;
  explicit Buffer(std::size_t count)
      : values_(static_cast<T*>(::operator new(count * sizeof(T), alignment))), count_(count) {}

  void clear() { std::memset(values_.get(), 0, count_ * sizeof(T)); }
  std::size_t size() const { return count_; }
  T* data() { return values_.get(); }
  const T* data() const { return values_.get(); }

 private:
  static constexpr std::align_val_t alignment{64};
  struct Free {
    void operator()(T* values) const { ::operator delete(values, alignment); }
  };
  std::unique_ptr<T, Free> values_;
  std::size_t count_ = 0;
};

/// A matrix in memory: row r begins at `at + r * stride`. A kernel may read and write up to
/// `tileColumns` floats (layer.h) beyond a row's end.
struct Rows {
  float* at = nullptr;
  std::size_t stride = 0;
  float* row(std::size_t r) const { return at + r * stride; }
};

}  // namespace founder
