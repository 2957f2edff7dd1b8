#include "models/net1d/convolve.h"

#include <algorithm>

#include "models/net1d/padded.h"
#include "models/net1d/tile.h"
#include "models/net1d/winograd.h"

namespace founder {
namespace {

using namespace simd;

/// What a tile of one strip reads: the rows of its group from the tile's first sample on.
struct Taps {
  const float* rows;
  std::size_t stride, count;  ///< of the rows
  std::size_t phases, even, odd;
};

template <int vectors>
FOUNDER_KERNEL void convolveTile(const float* weights, const Taps& taps, const float* bias,
                                 std::size_t rows, Rows out) {
  Tile<stripRows, vectors> tile(bias);
  for (std::size_t q = 0; q < taps.count; ++q) {
    const float* x = taps.rows + q * taps.stride;
    const std::size_t count = taps.phases == 2 && q % 2 == 1 ? taps.odd : taps.even;
    for (std::size_t t = 0; t < count; ++t, weights += stripRows) tile.add(weights, x + t);
  }
  tile.store(out, rows);
}

std::size_t rowStride(const Padded& shape, std::size_t windows) {
  return windows * shape.windowStride + tileColumns;
}

}  // namespace

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
  if (convolution.planes.size() > 0) return winogradWorkspace(convolution, length);
  const Padded shape(convolution, length, 1);
  return std::uint64_t{convolution.inputs} * shape.phases * rowStride(shape, windows);
}

void convolve(const Convolution& convolution, const Signals& in, Rows out, Workspace& work) {
  if (convolution.planes.size() > 0) return winogradConvolve(convolution, in, out, work);
  const Layer& layer = convolution.layer;
  const PackedWeights& w = layer.weights;
  const Padded shape(convolution, in.length, 1);
  const std::size_t stride = rowStride(shape, in.windows);
  const auto kernel = static_cast<std::size_t>(convolution.kernel);
  Taps taps{nullptr,      stride,     convolution.inputs * shape.phases,
            shape.phases, shape.taps, kernel / 2};
  for (std::size_t g = 0; g < w.groups(); ++g) {
    for (std::size_t i = 0; i < convolution.inputs; ++i)
      shape.pad(in, g * convolution.inputs + i, stride,
                work.columns.data() + i * shape.phases * stride);
    for (std::size_t s = 0; s < w.strips(); ++s) {
      const float* strip = w.unpacked(g, s, work.strip.data());
      const float* bias = layer.bias.data() + (g * w.strips() + s) * stripRows;
      const std::size_t rows = std::min(stripRows, w.rows() - s * stripRows);
      const Rows to{out.row(g * w.rows() + s * stripRows), out.stride};
      // A tile may write beyond its window, where the next window's tiles will write: in this
      // order.
      for (std::size_t window = 0; window < in.windows; ++window)
        for (std::size_t t = 0; t < shape.output; t += 2 * lanes) {
          taps.rows = work.columns.data() + window * shape.windowStride + t;
          const Rows at{to.at + window * shape.output + t, to.stride};
          if (shape.output - t > lanes)
            convolveTile<2>(strip, taps, bias, rows, at);
          else
            convolveTile<1>(strip, taps, bias, rows, at);
        }
      if (layer.after == Activation::swish) swishRows(to, rows, in.windows * shape.output);
    }
  }
}

}  // namespace founder
