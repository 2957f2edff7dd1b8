#pragma once

#include "models/net1d/layer.h"

namespace founder {

/// The sums of one strip of weights with `vectors` vectors of columns, in registers. All loops over
/// them have constant bounds and small bodies: an index known only at run time would put the sums,
/// and with them every multiplication, into memory.
template <int vectors>
class Tile {
 public:
  FOUNDER_INLINE explicit Tile(const float* bias) {
    for (std::size_t r = 0; r < stripRows; ++r)
      for (int v = 0; v < vectors; ++v) sum_[r][v] = simd::splat<simd::Vec>(bias[r]);
  }

  /// Adds one column of weights times `x`, consecutive samples.
  FOUNDER_INLINE void add(const float* weights, const float* x) {
    using namespace simd;
    Vec sample[vectors];
    for (int v = 0; v < vectors; ++v) sample[v] = load<Vec>(x + v * lanes);
    for (std::size_t r = 0; r < stripRows; ++r) {
      const Vec w = splat<Vec>(weights[r]);
      for (int v = 0; v < vectors; ++v) sum_[r][v] = madd(w, sample[v], sum_[r][v]);
    }
  }

  /// Writes the first `rows` rows.
  FOUNDER_INLINE void store(Rows out, std::size_t rows) const {
    if (rows == stripRows) {
      for (std::size_t r = 0; r < stripRows; ++r)
        for (int v = 0; v < vectors; ++v) simd::store(out.row(r) + v * simd::lanes, sum_[r][v]);
    } else {
      for (std::size_t r = 0; r < stripRows; ++r)
        for (int v = 0; v < vectors; ++v)
          if (r < rows) simd::store(out.row(r) + v * simd::lanes, sum_[r][v]);
    }
  }

 private:
  simd::Vec sum_[stripRows][vectors];
};

/// Applies Swish to rows of `columns`, in place.
FOUNDER_KERNEL inline void swishRows(Rows x, std::size_t rows, std::size_t columns) {
  using namespace simd;
  for (std::size_t r = 0; r < rows; ++r)
    for (float *at = x.row(r), *end = at + columns; at < end; at += lanes)
      simd::store(at, swish(load<Vec>(at)));
}

}  // namespace founder
