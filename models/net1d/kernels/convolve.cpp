#include <algorithm>

#include "models/net1d/kernels.h"
#include "models/net1d/kernels/tile.h"
#include "models/net1d/kernels/winograd.h"

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

/// Strips of one group.
void convolveStrips(const ConvolveWork& work, std::size_t group, Part::Range strips,
                    Workspace& space) {
  const Convolution& convolution = *work.convolution;
  const Layer& layer = convolution.layer;
  const PackedWeights& w = layer.weights;
  const Padded& shape = work.shape;
  const std::size_t stride = shape.rowStride(work.in.windows);
  Taps taps{nullptr,      stride,     convolution.inputs * shape.phases,
            shape.phases, shape.taps, static_cast<std::size_t>(convolution.kernel) / 2};
  for (std::size_t i = 0; i < convolution.inputs; ++i)
    shape.pad(work.in, group * convolution.inputs + i, stride,
              space.columns.data() + i * shape.phases * stride);
  for (std::size_t s = strips.begin; s < strips.end; ++s) {
    const float* strip = w.unpacked(group, s, space.strip.data());
    const float* bias = layer.bias.data() + (group * w.strips() + s) * stripRows;
    const std::size_t rows = std::min(stripRows, w.rows() - s * stripRows);
    const Rows to{work.out.row(group * w.rows() + s * stripRows), work.out.stride};
    // A tile may write beyond its window, where the next window's tiles will write: in this order.
    for (std::size_t window = 0; window < work.in.windows; ++window)
      for (std::size_t t = 0; t < shape.output; t += 2 * lanes) {
        taps.rows = space.columns.data() + window * shape.windowStride + t;
        const Rows at{to.at + window * shape.output + t, to.stride};
        if (shape.output - t > lanes)
          convolveTile<2>(strip, taps, bias, rows, at);
        else
          convolveTile<1>(strip, taps, bias, rows, at);
      }
    if (layer.after == Activation::swish) swishRows(to, rows, work.in.windows * shape.output);
  }
}

}  // namespace

void runPart(const ConvolveWork& work, Part part) {
  const Convolution& convolution = *work.convolution;
  const std::size_t groups = convolution.layer.weights.groups(),
                    strips = convolution.layer.weights.strips();
  Workspace& space = work.workspaces[part.index];
  const auto convolveGroup = [&](std::size_t group, Part::Range range) {
    if (range.begin == range.end) return;
    if (convolution.planes.size() > 0)
      winogradStrips(work, group, range, space);
    else
      convolveStrips(work, group, range, space);
  };
  if (groups == 1) return convolveGroup(0, part.of(strips));
  const Part::Range all = part.of(groups);
  for (std::size_t g = all.begin; g < all.end; ++g) convolveGroup(g, {0, strips});
}

}  // namespace founder
