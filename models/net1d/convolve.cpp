#include "models/net1d/convolve.h"

#include <algorithm>

#include "models/net1d/tile.h"

namespace founder {
namespace {

using namespace simd;

/// The padded input of a group: rows [inputs][phases], each of all windows one after another.
/// Sample t of phase p is the padded input's sample t * phases + p.
struct Padded {
  std::size_t phases = 1, taps = 1, left = 0;  ///< taps of the even phase, which has the more
  std::size_t output = 0;                      ///< samples of a window
  std::size_t windowStride = 0, rowStride = 0;

  Padded(const Convolution& convolution, std::size_t length, std::size_t windows) {
    const auto kernel = static_cast<std::size_t>(convolution.kernel);
    phases = static_cast<std::size_t>(convolution.stride);
    taps = (kernel + phases - 1) / phases;
    left =
        static_cast<std::size_t>(samePadding(length, convolution.kernel, convolution.stride).left);
    output = (length + phases - 1) / phases;
    windowStride = output + taps - 1;
    rowStride = windows * windowStride + tileColumns;
  }
};

FOUNDER_KERNEL void padChannel(const Padded& shape, const Signals& in, std::size_t channel,
                               float* rows) {
  for (std::size_t w = 0; w < in.windows; ++w) {
    const float* from = in.at + channel * in.channelStride + w * in.windowStride;
    for (std::size_t p = 0; p < shape.phases; ++p) {
      float* to = rows + p * shape.rowStride + w * shape.windowStride;
      // The first t at which t * phases + p - left is a sample, and the first beyond the last.
      const std::size_t begin =
          std::min(shape.windowStride, (shape.left + shape.phases - 1 - p) / shape.phases);
      const std::size_t end =
          std::clamp((shape.left + in.length + shape.phases - 1 - p) / shape.phases, begin,
                     shape.windowStride);
      std::fill(to, to + begin, 0.f);
      const float* source = from + begin * shape.phases + p - shape.left;
      if (shape.phases == 1)
        std::copy(source, source + (end - begin), to + begin);
      else
        for (std::size_t t = begin; t < end; ++t) to[t] = source[(t - begin) * shape.phases];
      std::fill(to + end, to + shape.windowStride, 0.f);
    }
  }
}

/// What a tile of one strip reads: the rows of its group from the tile's first sample on.
struct Taps {
  const float* rows;
  std::size_t stride, count;  ///< of the rows
  std::size_t phases, even, odd;
};

template <int vectors>
FOUNDER_KERNEL void convolveTile(const float* weights, const Taps& taps, const float* bias,
                                 std::size_t rows, Rows out) {
  Tile<vectors> tile(bias);
  for (std::size_t q = 0; q < taps.count; ++q) {
    const float* x = taps.rows + q * taps.stride;
    const std::size_t count = taps.phases == 2 && q % 2 == 1 ? taps.odd : taps.even;
    for (std::size_t t = 0; t < count; ++t, weights += stripRows) tile.add(weights, x + t);
  }
  tile.store(out, rows);
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
  const Padded shape(convolution, length, windows);
  return std::uint64_t{convolution.inputs} * shape.phases * shape.rowStride;
}

void convolve(const Convolution& convolution, const Signals& in, Rows out, Workspace& work) {
  const Layer& layer = convolution.layer;
  const PackedWeights& w = layer.weights;
  const Padded shape(convolution, in.length, in.windows);
  const auto kernel = static_cast<std::size_t>(convolution.kernel);
  Taps taps{nullptr,      shape.rowStride, convolution.inputs * shape.phases,
            shape.phases, shape.taps,      kernel / 2};
  for (std::size_t g = 0; g < w.groups(); ++g) {
    for (std::size_t i = 0; i < convolution.inputs; ++i)
      padChannel(shape, in, g * convolution.inputs + i,
                 work.columns.data() + i * shape.phases * shape.rowStride);
    for (std::size_t s = 0; s < w.strips(); ++s) {
      const float* strip = w.unpacked(g, s, 1, work.strip.data());
      const float* bias = layer.bias.data() + (g * w.strips() + s) * stripRows;
      const std::size_t rows = std::min(stripRows, w.rows() - s * stripRows);
      const Rows to{out.row(g * w.rows() + s * stripRows), out.stride};
      // A tile may write beyond its window, where the next window's tiles will write: in this
      // order.
      for (std::size_t window = 0; window < in.windows; ++window)
        for (std::size_t t = 0; t < shape.output; t += tileColumns) {
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
