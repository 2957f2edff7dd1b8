#include "models/net1d/kernels.h"

namespace founder {
namespace {

using namespace simd;

/// A strip with one vector. Four sums, since each addition waits for the one before it; one strip
/// at a time, since memory is read fastest from front to back.
FOUNDER_KERNEL void connectStrip(const float* weights, const float* x, std::size_t inputs,
                                 const float* bias, float* out) {
  constexpr std::size_t sums = 4;
  Vec4 sum[sums] = {load<Vec4>(bias)};
  const std::size_t whole = inputs / sums * sums;
  for (std::size_t k = 0; k < whole; k += sums)
    for (std::size_t i = 0; i < sums; ++i)
      sum[i] = madd(load<Vec4>(weights + (k + i) * stripRows), splat<Vec4>(x[k + i]), sum[i]);
  for (std::size_t k = whole; k < inputs; ++k)
    sum[0] = madd(load<Vec4>(weights + k * stripRows), splat<Vec4>(x[k]), sum[0]);
  store(out, (sum[0] + sum[1]) + (sum[2] + sum[3]));
}

}  // namespace

void runPart(const ConnectWork& work, Part part) {
  constexpr std::size_t step = 8 / stripRows;  // so that no vector of outputs is of two parts
  const Layer& layer = *work.layer;
  const PackedWeights& w = layer.weights;
  const Part::Range strips = part.of(w.strips(), step);
  float* scratch = work.workspaces[part.index].strip.data();
  for (std::size_t s = strips.begin; s < strips.end; ++s) {
    const float* strip = w.unpacked(0, s, scratch);
    for (std::size_t window = 0; window < work.windows; ++window)
      connectStrip(strip, work.in.row(window), w.columns(), layer.bias.data() + s * stripRows,
                   work.out.row(window) + s * stripRows);
  }
  if (layer.after == Activation::none) return;
  for (std::size_t window = 0; window < work.windows; ++window)
    for (std::size_t r = strips.begin * stripRows; r < strips.end * stripRows; r += lanes) {
      float* to = work.out.row(window) + r;
      const Vec x = load<Vec>(to);
      store(to, layer.after == Activation::swish ? swish(x) : sigmoid(x));
    }
}

}  // namespace founder
