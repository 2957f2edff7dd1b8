#include "models/net1d/padded.h"

#include <algorithm>

namespace founder {

Padded::Padded(const Convolution& convolution, std::size_t length, std::size_t tile) {
  const auto kernel = static_cast<std::size_t>(convolution.kernel);
  phases = static_cast<std::size_t>(convolution.stride);
  taps = (kernel + phases - 1) / phases;
  left = static_cast<std::size_t>(samePadding(length, convolution.kernel, convolution.stride).left);
  output = (length + phases - 1) / phases;
  windowStride = (output + tile - 1) / tile * tile + taps;
}

FOUNDER_KERNEL void Padded::pad(const Signals& in, std::size_t channel, std::size_t rowStride,
                                float* rows) const {
  for (std::size_t w = 0; w < in.windows; ++w) {
    const float* from = in.at + channel * in.channelStride + w * in.windowStride;
    for (std::size_t p = 0; p < phases; ++p) {
      float* to = rows + p * rowStride + w * windowStride;
      // The first t at which t * phases + p - left is a sample, and the first beyond the last.
      const std::size_t begin = std::min(windowStride, (left + phases - 1 - p) / phases);
      const std::size_t end =
          std::clamp((left + in.length + phases - 1 - p) / phases, begin, windowStride);
      std::fill(to, to + begin, 0.f);
      const float* source = from + begin * phases + p - left;
      if (phases == 1)
        std::copy(source, source + (end - begin), to + begin);
      else
        for (std::size_t t = begin; t < end; ++t) to[t] = source[(t - begin) * phases];
      std::fill(to + end, to + windowStride, 0.f);
    }
  }
}

}  // namespace founder
