#include "models/net1d/convolution.h"

#include "models/net1d/padded.h"
#include "models/net1d/winograd.h"

namespace founder {

std::vector<std::uint32_t> tapOrder(std::size_t inputs, int kernel, int stride) {
  std::vector<std::uint32_t> order;
  order.reserve(inputs * static_cast<std::size_t>(kernel));
  for (std::size_t i = 0; i < inputs; ++i)
    for (int phase = 0; phase < stride; ++phase)
      for (int tap = phase; tap < kernel; tap += stride)
        order.push_back(static_cast<std::uint32_t>(i * static_cast<std::size_t>(kernel)) +
                        static_cast<std::uint32_t>(tap));
  return order;
}

std::uint64_t convolveWorkspace(const Convolution& convolution, std::size_t length,
                                std::size_t windows) {
  const Padded shape(convolution, length);
  const std::uint64_t rows = std::uint64_t{convolution.inputs} * shape.phases;
  if (convolution.planes.size() > 0) return winogradWorkspace(convolution, shape);
  return rows * shape.rowStride(windows);
}

}  // namespace founder
