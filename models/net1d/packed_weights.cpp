#include "models/net1d/packed_weights.h"

#include <algorithm>
#include <cstring>

#include "models/error.h"
#include "models/net1d/simd.h"

namespace founder {
namespace {

constexpr std::size_t readBytes = 1 << 16;

bool isFinite(float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  return (bits & 0x7F800000) != 0x7F800000;
}

bool isFinite(std::uint16_t half) { return (half & 0x7C00) != 0x7C00; }

FOUNDER_KERNEL void unpack(const std::uint16_t* halves, std::size_t count, float* to) {
  for (std::size_t i = 0; i < count; i += simd::lanes)
    simd::store(to + i, simd::fromHalves(halves + i));
}

[[noreturn]] void notFinite(std::uint64_t byte) {
  throw ModelError("not-finite", "The model holds a weight, at byte " + std::to_string(byte) +
                                     ", that is not a finite number: get the file again.");
}

}  // namespace

PackedWeights::PackedWeights(const ByteSource& source, const StoredMatrix& matrix,
                             const std::vector<std::uint32_t>& order)
    : groups_(matrix.groups), rows_(matrix.rows), columns_(matrix.columns) {
  // A vector of the last strip may end beyond it.
  const std::size_t count = groups_ * strips() * stripSize() + simd::lanes;
  if (matrix.type == WeightType::fp16) {
    half_ = Buffer<std::uint16_t>(count);
    pack(source, matrix, order, half_.data());
  } else {
    single_ = Buffer<float>(count);
    pack(source, matrix, order, single_.data());
  }
}

template <typename T>
void PackedWeights::pack(const ByteSource& source, const StoredMatrix& matrix,
                         const std::vector<std::uint32_t>& order, T* to) {
  const std::size_t atOnce = std::max<std::size_t>(1, readBytes / (columns_ * sizeof(T)));
  std::vector<T> read(std::min(atOnce, groups_ * rows_) * columns_);
  const std::size_t end = groups_ * strips() * stripSize();
  std::memset(to + end, 0, simd::lanes * sizeof(T));
  if (rows_ % stripRows != 0) std::memset(to, 0, end * sizeof(T));
  for (std::size_t row = 0; row < groups_ * rows_; ++row) {
    const std::size_t inRead = row % atOnce;
    if (inRead == 0) {
      const std::size_t count = std::min(atOnce, groups_ * rows_ - row) * columns_;
      const std::uint64_t byte = matrix.offset + row * columns_ * sizeof(T);
      source.read(byte, read.data(), count * sizeof(T));
      for (std::size_t i = 0; i < count; ++i)
        if (!isFinite(read[i])) notFinite(byte + i * sizeof(T));
    }
    const std::size_t group = row / rows_, inGroup = row % rows_;
    T* strip = to + (group * strips() + inGroup / stripRows) * stripSize() + inGroup % stripRows;
    const T* values = read.data() + inRead * columns_;
    for (std::size_t c = 0; c < columns_; ++c)
      strip[c * stripRows] = values[order.empty() ? c : order[c]];
  }
}

const float* PackedWeights::unpacked(std::size_t group, std::size_t first, std::size_t count,
                                     float* scratch) const {
  const std::size_t at = (group * strips() + first) * stripSize();
  if (half_.size() == 0) return single_.data() + at;
  unpack(half_.data() + at, count * stripSize(), scratch);
  return scratch;
}

}  // namespace founder
