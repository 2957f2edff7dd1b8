// What one thread of this machine can do at best in a build: multiplications and additions of vectors
// in registers, and bytes read from memory. engine_limit.mjs takes the times.
#include "models/net1d/simd.h"

namespace {

using namespace founder::simd;

constexpr int columns = 4, rows = 2, factors = 16;

}  // namespace

extern "C" {

/// Sums of products in registers, rows * columns * lanes a round; two factors a round come from the
/// first-level cache, so that no product can be moved out of the loop.
__attribute__((export_name("multiplyAdd"))) void multiplyAdd(const float* values, float* out,
                                                             int rounds) {
  Vec sum[rows][columns] = {}, x[columns];
  for (int v = 0; v < columns; ++v) x[v] = load<Vec>(values + v * lanes);
  for (int k = 0; k < rounds; ++k)
    for (int r = 0; r < rows; ++r) {
      const Vec w = load<Vec>(values + (k * rows + r) % factors * lanes);
      for (int v = 0; v < columns; ++v) sum[r][v] = madd(w, x[v], sum[r][v]);
    }
  for (int r = 0; r < rows; ++r)
    for (int v = 0; v < columns; ++v) store(out + (r * columns + v) * lanes, sum[r][v]);
}

__attribute__((export_name("readAll"))) float readAll(const float* values, int count) {
  Vec sum[4] = {};
  for (int i = 0; i < count; i += 4 * lanes)
    for (int v = 0; v < 4; ++v) sum[v] += load<Vec>(values + i + v * lanes);
  return (sum[0] + sum[1] + sum[2] + sum[3])[0];
}
}
