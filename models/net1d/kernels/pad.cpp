#include <algorithm>

#include "models/net1d/padded.h"

namespace founder {

FOUNDER_KERNEL void Padded::pad(const Signals& in, std::size_t channel, std::size_t stride,
                                float* rows) const {
  for (std::size_t w = 0; w < in.windows; ++w) {
    const float* from = in.at + channel * in.channelStride + w * in.windowStride;
    for (std::size_t p = 0; p < phases; ++p) {
      float* to = rows + p * stride + w * windowStride;
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
