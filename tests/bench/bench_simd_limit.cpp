// The most multiply-adds a second that SIMD does here, all operands in registers: prints {"perSecond": N}.
#include <algorithm>
#include <chrono>
#include <cstdio>

#include "models/net1d/tile.h"

int main() {
  using Clock = std::chrono::steady_clock;
  using namespace founder;
  constexpr std::size_t columns = 512, times = 200;
  const std::vector<float> weights(columns * stripRows), samples(columns * tileColumns);
  std::vector<float> out(stripRows * tileColumns);  // each round begins where the last one ended
  double best = 1e9;
  for (int repeat = 0; repeat < 100; ++repeat) {
    const auto started = Clock::now();
    for (std::size_t i = 0; i < times; ++i) {
      Tile<2> tile(out.data());
      for (std::size_t k = 0; k < columns; ++k)
        tile.add(weights.data() + k * stripRows, samples.data() + k * tileColumns);
      tile.store({out.data(), tileColumns}, stripRows);
    }
    best = std::min(best, std::chrono::duration<double>(Clock::now() - started).count());
  }
  std::printf("{\"perSecond\": %.0f}\n",
              static_cast<double>(times * columns * stripRows * tileColumns) / best);
}
