#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "models/net1d/buffer.h"
#include "models/net1d/simd.h"
#include "models/onnx_graph.h"

namespace founder {

/// Rows of a weight matrix that a kernel computes together.
inline constexpr std::size_t stripRows = 4;

/// Where a matrix lies in the file: row-major [groups * rows, columns].
struct StoredMatrix {
  std::size_t groups = 1, rows = 0, columns = 0;
  WeightType type = WeightType::fp32;
  std::uint64_t offset = 0;  ///< of the first value, in the file
};

/// The weights of a layer in the order in which its kernel reads them: strips of four rows (of one
/// group; rows that the last strip of a group lacks are zero), column by column. Half precision
/// stays so in memory; a strip becomes single precision when it is used.
class PackedWeights {
 public:
  PackedWeights() = default;
  /// Reads a matrix, a few rows at a time. Packed column c is column `order[c]` of the file; an
  /// empty `order` keeps the columns' order.
  /// @throws ModelError `not-finite`, and what the source throws.
  PackedWeights(const ByteSource& source, const StoredMatrix& matrix,
                const std::vector<std::uint32_t>& order);

  std::size_t groups() const { return groups_; }
  std::size_t rows() const { return rows_; }  ///< of a group
  std::size_t columns() const { return columns_; }
  std::size_t strips() const { return (rows_ + stripRows - 1) / stripRows; }  ///< of a group
  std::size_t stripSize() const { return columns_ * stripRows; }
  std::size_t bytes() const { return single_.size() * 4 + half_.size() * 2; }
  /// Frees the weights; the shape stays. Nothing may be unpacked afterwards.
  void free() {
    single_ = {};
    half_ = {};
  }
  /// A strip, [columns][stripRows] floats: in place, or unpacked to `scratch`, which has room for
  /// it and a vector.
  const float* unpacked(std::size_t group, std::size_t strip, float* scratch) const {
    const std::size_t at = (group * strips() + strip) * stripSize();
    if (half_.size() == 0) return single_.data() + at;
    unpack(half_.data() + at, stripSize(), scratch);
    return scratch;
  }

 private:
  static FOUNDER_KERNEL void unpack(const std::uint16_t* halves, std::size_t count, float* to) {
    for (std::size_t i = 0; i < count; i += simd::lanes)
      simd::store(to + i, simd::fromHalves(halves + i));
  }
  template <typename T>
  void pack(const ByteSource& source, const StoredMatrix& matrix,
            const std::vector<std::uint32_t>& order, T* to);

  std::size_t groups_ = 0, rows_ = 0, columns_ = 0;
  Buffer<float> single_;
  Buffer<std::uint16_t> half_;
};

}  // namespace founder
