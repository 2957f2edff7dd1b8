#pragma once

#include "models/net1d/layer.h"

namespace founder {

/// The sums of `rows` rows of a strip of weights with `vectors` vectors of columns, in registers.
/// All loops over them have constant bounds and small bodies: an index known only at run time would
/// put the sums, and with them every multiplication, into memory.
template <std::size_t rows, int vectors, typename V = simd::Vec>
class Tile {
  static constexpr int lanes = sizeof(V) / sizeof(float);

 public:
  FOUNDER_INLINE Tile() {
    for (std::size_t r = 0; r < rows; ++r)
      for (int v = 0; v < vectors; ++v) sum_[r][v] = V{};
  }
  FOUNDER_INLINE explicit Tile(const float* bias) {
    for (std::size_t r = 0; r < rows; ++r)
      for (int v = 0; v < vectors; ++v) sum_[r][v] = simd::splat<V>(bias[r]);
  }

  /// Adds one column of weights times samples, whose vectors are `stride` floats apart.
  FOUNDER_INLINE void add(const float* weights, const float* x, int stride = lanes) {
    V sample[vectors];
    for (int v = 0; v < vectors; ++v) sample[v] = simd::load<V>(x + v * stride);
    for (std::size_t r = 0; r < rows; ++r) {
      const V w = simd::splat<V>(weights[r]);
      for (int v = 0; v < vectors; ++v) sum_[r][v] = simd::madd(w, sample[v], sum_[r][v]);
    }
  }

  /// Writes the first `count` rows.
  FOUNDER_INLINE void store(Rows out, std::size_t count) const {
    for (std::size_t r = 0; r < rows; ++r)
      for (int v = 0; v < vectors; ++v)
        if (r < count) simd::store(out.row(r) + v * lanes, sum_[r][v]);
  }

 private:
  V sum_[rows][vectors];
};

/// Applies Swish to rows of `columns`, in place.
FOUNDER_KERNEL inline void swishRows(Rows x, std::size_t rows, std::size_t columns) {
  using namespace simd;
  for (std::size_t r = 0; r < rows; ++r)
    for (float *at = x.row(r), *end = at + columns; at < end; at += lanes)
      simd::store(at, swish(load<Vec>(at)));
}

}  // namespace founder
