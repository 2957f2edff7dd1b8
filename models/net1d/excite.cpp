#include "models/net1d/excite.h"

#include <algorithm>

namespace founder {
namespace {

using namespace simd;

float mean(const float* x, std::size_t length) {
  Vec4 sums = {};
  std::size_t t = 0;
  for (; t + 4 <= length; t += 4) sums += load<Vec4>(x + t);
  float sum = (sums[0] + sums[1]) + (sums[2] + sums[3]);
  for (; t < length; ++t) sum += x[t];
  return sum / static_cast<float>(length);
}

void addPooled(const float* block, float scale, const float* x, std::size_t inputs, float* to) {
  const std::size_t pairs = inputs / 2;
  for (std::size_t t = 0; t < pairs; ++t)
    to[t] = block[t] * scale + std::max(x[2 * t], x[2 * t + 1]);
  if (inputs % 2 == 1) to[pairs] = block[pairs] * scale + std::max(x[2 * pairs], 0.f);
}

}  // namespace

void meanOverTime(const Signals& in, std::size_t channels, Rows to) {
  for (std::size_t w = 0; w < in.windows; ++w)
    for (std::size_t c = 0; c < channels; ++c)
      to.row(w)[c] = mean(in.at + c * in.channelStride + w * in.windowStride, in.length);
}

void addIdentity(const Residual& residual, Rows to) {
  const Signals &block = residual.block, &identity = residual.identity;
  const std::size_t before = (residual.channels - residual.identityChannels) / 2;
  for (std::size_t c = 0; c < residual.channels; ++c)
    for (std::size_t w = 0; w < block.windows; ++w) {
      const float* h = block.at + c * block.channelStride + w * block.windowStride;
      const float scale = residual.scale.row(w)[c];
      float* out = to.row(c) + w * block.length;
      if (c < before || c >= before + residual.identityChannels) {
        for (std::size_t t = 0; t < block.length; ++t) out[t] = h[t] * scale;
        continue;
      }
      const float* x =
          identity.at + (c - before) * identity.channelStride + w * identity.windowStride;
      if (residual.pool)
        addPooled(h, scale, x, identity.length, out);
      else
        for (std::size_t t = 0; t < block.length; ++t) out[t] = h[t] * scale + x[t];
    }
}

}  // namespace founder
