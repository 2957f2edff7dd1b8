#include <algorithm>

#include "models/net1d/kernels.h"

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

void runPart(const MeanWork& work, Part part) {
  const auto [begin, end] = part.of(work.channels);
  const Signals& in = work.in;
  for (std::size_t w = 0; w < in.windows; ++w)
    for (std::size_t c = begin; c < end; ++c)
      work.to.row(w)[c] = mean(in.at + c * in.channelStride + w * in.windowStride, in.length);
}

void runPart(const AddIdentityWork& work, Part part) {
  const Signals &block = work.block, &identity = work.identity;
  const std::size_t before = (work.channels - work.identityChannels) / 2;
  const auto [begin, end] = part.of(work.channels);
  for (std::size_t c = begin; c < end; ++c)
    for (std::size_t w = 0; w < block.windows; ++w) {
      const float* h = block.at + c * block.channelStride + w * block.windowStride;
      const float scale = work.scale.row(w)[c];
      float* out = work.to.row(c) + w * block.length;
      if (c < before || c >= before + work.identityChannels) {
        for (std::size_t t = 0; t < block.length; ++t) out[t] = h[t] * scale;
        continue;
      }
      const float* x =
          identity.at + (c - before) * identity.channelStride + w * identity.windowStride;
      if (work.pool)
        addPooled(h, scale, x, identity.length, out);
      else
        for (std::size_t t = 0; t < block.length; ++t) out[t] = h[t] * scale + x[t];
    }
}

}  // namespace founder
