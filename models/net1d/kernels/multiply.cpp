#include <algorithm>

#include "models/net1d/kernels.h"
#include "models/net1d/kernels/tile.h"

namespace founder {
namespace {

using namespace simd;

/// Panels [columns / tile][inputs][tile].
template <Activation before>
FOUNDER_KERNEL void packPanels(Rows in, std::size_t inputs, std::size_t first, std::size_t columns,
                               float* to) {
  for (std::size_t k = 0; k < inputs; ++k) {
    const float* from = in.row(k) + first;
    for (std::size_t n = 0; n < columns; n += tileColumns) {
      float* panel = to + n * inputs + k * tileColumns;
      for (int v = 0; v < tileVectors; ++v)
        store(panel + v * lanes, activate<before>(load<Vec>(from + n + v * lanes)));
    }
  }
}

/// The first `rows` rows of a strip with a panel, `tileRows` at a time.
template <std::size_t tileRows, int vectors>
FOUNDER_KERNEL void multiplyTile(const float* weights, const float* panel, std::size_t inputs,
                                 const float* bias, std::size_t rows, Rows out) {
  for (std::size_t r = 0; r < rows; r += tileRows) {
    Tile<tileRows, vectors> tile(bias + r);
    const float *w = weights + r, *x = panel;
    for (std::size_t k = 0; k < inputs; ++k, w += stripRows, x += tileColumns) tile.add(w, x);
    tile.store({out.row(r), out.stride}, rows - r);
  }
}

void multiplyBlock(const Layer& layer, Part::Range strips, Rows out, std::size_t columns,
                   Workspace& work) {
  const PackedWeights& w = layer.weights;
  for (std::size_t s = strips.begin; s < strips.end; ++s) {
    const float* strip = w.unpacked(0, s, work.strip.data());
    const float* bias = layer.bias.data() + s * stripRows;
    const std::size_t rows = std::min(stripRows, w.rows() - s * stripRows);
    const Rows to{out.row(s * stripRows), out.stride};
    for (std::size_t n = 0; n < columns; n += tileColumns) {
      const float* panel = work.columns.data() + n * w.columns();
      const Rows at{to.at + n, to.stride};
      if (columns - n > 2 * lanes)
        multiplyTile<2, 4>(strip, panel, w.columns(), bias, rows, at);
      else if (columns - n > lanes)
        multiplyTile<4, 2>(strip, panel, w.columns(), bias, rows, at);
      else
        multiplyTile<4, 1>(strip, panel, w.columns(), bias, rows, at);
    }
    if (layer.after == Activation::swish) swishRows(to, rows, columns);
  }
}

}  // namespace

void runPart(const MultiplyWork& work, Part part) {
  const Layer& layer = *work.layer;
  const std::size_t inputs = layer.weights.columns(), block = blockColumns(inputs);
  // Parts of columns pack what they need and no more; where there are few, parts of strips pack
  // all of them, so that none reads weights that it does not need.
  const std::size_t strips = layer.weights.strips();
  const bool byColumns = work.columns >= strips * tileColumns;
  const Part::Range all{0, strips};
  const Part::Range columns = byColumns ? part.of(work.columns, tileColumns)
                                        : Part::Range{0, work.columns};
  Workspace& space = work.workspaces[part.index];
  for (std::size_t first = columns.begin; first < columns.end; first += block) {
    const std::size_t count = std::min(block, columns.end - first);
    if (layer.before == Activation::swish)
      packPanels<Activation::swish>(work.in, inputs, first, count, space.columns.data());
    else
      packPanels<Activation::none>(work.in, inputs, first, count, space.columns.data());
    multiplyBlock(layer, byColumns ? all : part.of(strips), {work.out.at + first, work.out.stride},
                  count, space);
  }
}

}  // namespace founder
