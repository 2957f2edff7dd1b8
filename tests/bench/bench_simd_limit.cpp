// What one thread of this machine can do at best in this build: multiplications and additions of
// vectors in registers, and bytes read from memory. Prints JSON.
#include <algorithm>
#include <chrono>
#include <cstdio>
#include <vector>

#include "models/net1d/simd.h"

namespace {

using namespace founder::simd;

constexpr int columns = 4, rows = 2, factors = 16;

/// Sums of products in registers; two factors a round come from the first-level cache, so that no
/// product can be moved out of the loop.
FOUNDER_KERNEL void multiplyAdd(const float* values, float* out, int rounds) {
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

FOUNDER_KERNEL float readAll(const float* values, std::size_t count) {
  Vec sum[4] = {};
  for (std::size_t i = 0; i < count; i += 4 * lanes)
    for (int v = 0; v < 4; ++v)
      sum[v] += load<Vec>(values + i + static_cast<std::size_t>(v * lanes));
  return (sum[0] + sum[1] + sum[2] + sum[3])[0];
}

template <typename Work>
double leastSeconds(Work work) {
  using Clock = std::chrono::steady_clock;
  double least = 1e9;
  for (int i = 0; i < 40; ++i) {
    const auto from = Clock::now();
    work();
    least = std::min(least, std::chrono::duration<double>(Clock::now() - from).count());
  }
  return least;
}

}  // namespace

int main() {
  constexpr int rounds = 200000;
  const std::vector<float> few(factors * lanes, 0.5f);
  std::vector<float> out(rows * columns * lanes);
  const double adding = leastSeconds([&] { multiplyAdd(few.data(), out.data(), rounds); });
  std::vector<float> many(32 << 20, 1.f);  // 128 MiB: more than a cache holds
  float total = 0;
  const double reading = leastSeconds([&] { total += readAll(many.data(), many.size()); });
  std::printf("{ \"gmacs\": %.2f, \"gigabytes\": %.2f, \"check\": %g }\n",
              1e-9 * rounds * rows * columns * lanes / adding,
              4e-9 * static_cast<double>(many.size()) / reading,
              static_cast<double>(out[0] + total));
}
