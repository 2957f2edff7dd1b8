#include "models/net1d/multiply.h"

#include <algorithm>

#include "models/net1d/tile.h"

namespace founder {
namespace {

using namespace simd;

constexpr std::size_t blockFloats = 48 * 1024;  // 192 KiB: a part of the second-level cache

std::size_t blockColumns(std::size_t inputs) {
  return std::max<std::size_t>(1, blockFloats / inputs / tileColumns) * tileColumns;
}

std::size_t upToTile(std::size_t columns) {
  return (columns + tileColumns - 1) / tileColumns * tileColumns;
}

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
    for (std::size_t k = 0; k < inputs; ++k)
      tile.add(weights + r + k * stripRows, panel + k * tileColumns);
    tile.store({out.row(r), out.stride}, rows - r);
  }
}

/// A strip with one vector. Four sums, since each addition waits for the one before it; one strip
/// at a time, since memory is read fastest from front to back.
FOUNDER_KERNEL void connectStrip(const float* weights, const float* x, std::size_t inputs,
                                 const float* bias, float* out) {
  constexpr std::size_t sums = 4;
  Vec4 sum[sums] = {load<Vec4>(bias)};
  const std::size_t whole = inputs / sums * sums;
  for (std::size_t k = 0; k < whole; k += sums)
    for (std::size_t i = 0; i < sums; ++i)
      sum[i] = madd(load<Vec4>(weights + (k + i) * stripRows), splat<Vec4>(x[k + i]), sum[i]);
  for (std::size_t k = whole; k < inputs; ++k)
    sum[0] = madd(load<Vec4>(weights + k * stripRows), splat<Vec4>(x[k]), sum[0]);
  store(out, (sum[0] + sum[1]) + (sum[2] + sum[3]));
}

void multiplyBlock(const Layer& layer, Rows out, std::size_t columns, Workspace& work) {
  const PackedWeights& w = layer.weights;
  for (std::size_t s = 0; s < w.strips(); ++s) {
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

std::uint64_t multiplyWorkspace(std::size_t inputs, std::size_t columns) {
  return std::uint64_t{inputs} * std::min(blockColumns(inputs), upToTile(columns));
}

void multiply(const Layer& layer, Rows in, Rows out, std::size_t columns, Workspace& work) {
  const std::size_t inputs = layer.weights.columns(), block = blockColumns(inputs);
  for (std::size_t first = 0; first < columns; first += block) {
    const std::size_t count = std::min(block, columns - first);
    if (layer.before == Activation::swish)
      packPanels<Activation::swish>(in, inputs, first, count, work.columns.data());
    else
      packPanels<Activation::none>(in, inputs, first, count, work.columns.data());
    multiplyBlock(layer, {out.at + first, out.stride}, count, work);
  }
}

void connect(const Layer& layer, Rows in, Rows out, std::size_t windows, Workspace& work) {
  const PackedWeights& w = layer.weights;
  for (std::size_t s = 0; s < w.strips(); ++s) {
    const float* strip = w.unpacked(0, s, work.strip.data());
    for (std::size_t window = 0; window < windows; ++window)
      connectStrip(strip, in.row(window), w.columns(), layer.bias.data() + s * stripRows,
                   out.row(window) + s * stripRows);
  }
  if (layer.after == Activation::none) return;
  for (std::size_t window = 0; window < windows; ++window)
    for (std::size_t r = 0; r < w.rows(); r += lanes) {
      float* to = out.row(window) + r;
      const Vec x = load<Vec>(to);
      store(to, layer.after == Activation::swish ? swish(x) : sigmoid(x));
    }
}

}  // namespace founder
