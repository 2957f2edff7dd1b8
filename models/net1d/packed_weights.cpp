#include "models/net1d/packed_weights.h"

#include <algorithm>
#include <cstring>

#include "models/error.h"
#include "models/net1d/simd.h"

namespace founder {
namespace {

constexpr std::size_t readBytes = 1 << 16;

/// Whether some of the values are infinite or not a number: their exponent is all ones.
bool anyNotFinite(const float* values, std::size_t count) {
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t bits;
    std::memcpy(&bits, values + i, sizeof bits);
    any |= (bits & 0x7F800000) == 0x7F800000;
  }
  return any;
}

bool anyNotFinite(const std::uint16_t* halves, std::size_t count) {
  bool any = false;
  for (std::size_t i = 0; i < count; ++i) any |= (halves[i] & 0x7C00) == 0x7C00;
  return any;
}

/// Rows of a matrix, one after another, to a strip; those that it lacks are zero.
template <typename T>
FOUNDER_KERNEL void interleave(const T* rows, std::size_t count, std::size_t columns,
                               const std::vector<std::uint32_t>& order, T* to) {
  if (count == stripRows && order.empty()) {
    for (std::size_t c = 0; c < columns; ++c)
      for (std::size_t r = 0; r < stripRows; ++r) to[c * stripRows + r] = rows[r * columns + c];
    return;
  }
  for (std::size_t c = 0; c < columns; ++c) {
    const T* from = rows + (order.empty() ? c : order[c]);
    for (std::size_t r = 0; r < stripRows; ++r)
      to[c * stripRows + r] = r < count ? from[r * columns] : T{};
  }
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
  const std::size_t atOnce =
      std::max<std::size_t>(1, readBytes / (stripRows * columns_ * sizeof(T)));
  const std::size_t all = groups_ * strips();
  const auto rowOf = [&](std::size_t strip) {
    return strip / strips() * rows_ + strip % strips() * stripRows;
  };
  std::vector<T> values;
  for (std::size_t first = 0; first < all; first += atOnce) {
    const std::size_t last = std::min(all, first + atOnce), row = rowOf(first);
    const std::uint64_t byte = matrix.offset + row * columns_ * sizeof(T);
    values.resize((rowOf(last) - row) * columns_);
    source.read(byte, values.data(), values.size() * sizeof(T));
    if (anyNotFinite(values.data(), values.size()))
      for (std::size_t i = 0; i < values.size(); ++i)
        if (anyNotFinite(&values[i], 1)) notFinite(byte + i * sizeof(T));
    for (std::size_t s = first; s < last; ++s)
      interleave(values.data() + (rowOf(s) - row) * columns_, rowOf(s + 1) - rowOf(s), columns_,
                 order, to + s * stripSize());
  }
  std::memset(to + all * stripSize(), 0, simd::lanes * sizeof(T));
}

}  // namespace founder
