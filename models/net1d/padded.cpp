#include "models/net1d/padded.h"

#include "models/net1d/winograd.h"

namespace founder {

Padded::Padded(const Convolution& convolution, std::size_t length) {
  const auto kernel = static_cast<std::size_t>(convolution.kernel);
  const std::size_t tile = convolution.planes.size() > 0 ? winograd::tileSamples : 1;
  phases = static_cast<std::size_t>(convolution.stride);
  taps = (kernel + phases - 1) / phases;
  left = static_cast<std::size_t>(samePadding(length, convolution.kernel, convolution.stride).left);
  output = (length + phases - 1) / phases;
  windowStride = (output + tile - 1) / tile * tile + taps;
}

}  // namespace founder
