#include "models/net1d/multiply.h"

#include <algorithm>

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
void packPanels(Rows in, std::size_t inputs, std::size_t first, std::size_t columns, float* to) {
  for (std::size_t k = 0; k < inputs; ++k) {
    const float* from = in.row(k) + first;
    for (std::size_t n = 0; n < columns; n += tileColumns) {
      float* panel = to + n * inputs + k * tileColumns;
      store(panel, activate<before>(load<Vec>(from + n)));
      store(panel + lanes, activate<before>(load<Vec>(from + n + lanes)));
    }
  }
}

/// One strip of weights with `vectors` vectors of a panel's columns.
template <int vectors, Activation after>
void multiplyTile(const float* weights, const float* panel, std::size_t inputs, const float* bias,
                  std::size_t rows, Rows out) {
  Vec sum[stripRows][vectors];
  for (std::size_t r = 0; r < stripRows; ++r)
    for (int v = 0; v < vectors; ++v) sum[r][v] = splat<Vec>(bias[r]);
  for (std::size_t k = 0; k < inputs; ++k) {
    Vec x[vectors];
    for (int v = 0; v < vectors; ++v) x[v] = load<Vec>(panel + v * lanes);
    for (std::size_t r = 0; r < stripRows; ++r) {
      const Vec w = splat<Vec>(weights[r]);
      for (int v = 0; v < vectors; ++v) sum[r][v] = madd(w, x[v], sum[r][v]);
    }
    weights += stripRows;
    panel += tileColumns;
  }
  for (std::size_t r = 0; r < rows; ++r)
    for (int v = 0; v < vectors; ++v)
      store(out.row(r) + v * lanes, activate<after>(sum[r][v]));
}

template <Activation after>
void multiplyBlock(const Layer& layer, Rows out, std::size_t columns, Workspace& work) {
  const PackedWeights& w = layer.weights;
  for (std::size_t s = 0; s < w.strips(); ++s) {
    const float* strip = w.strip(0, s, work.strip.data());
    const float* bias = layer.bias.data() + s * stripRows;
    const std::size_t rows = std::min(stripRows, w.rows() - s * stripRows);
    for (std::size_t n = 0; n < columns; n += tileColumns) {
      const float* panel = work.columns.data() + n * w.columns();
      const Rows to{out.row(s * stripRows) + n, out.stride};
      if (columns - n > lanes)
        multiplyTile<2, after>(strip, panel, w.columns(), bias, rows, to);
      else
        multiplyTile<1, after>(strip, panel, w.columns(), bias, rows, to);
    }
  }
}

}  // namespace

std::size_t multiplyWorkspace(std::size_t inputs, std::size_t columns) {
  return inputs * std::min(blockColumns(inputs), upToTile(columns));
}

void multiply(const Layer& layer, Rows in, Rows out, std::size_t columns, Workspace& work) {
  const std::size_t inputs = layer.weights.columns(), block = blockColumns(inputs);
  for (std::size_t first = 0; first < columns; first += block) {
    const std::size_t count = std::min(block, columns - first);
    if (layer.before == Activation::swish)
      packPanels<Activation::swish>(in, inputs, first, count, work.columns.data());
    else
      packPanels<Activation::none>(in, inputs, first, count, work.columns.data());
    const Rows to{out.at + first, out.stride};
    if (layer.after == Activation::swish)
      multiplyBlock<Activation::swish>(layer, to, count, work);
    else
      multiplyBlock<Activation::none>(layer, to, count, work);
  }
}

void connect(const Layer& layer, Rows in, Rows out, std::size_t windows, Workspace& work) {
  const PackedWeights& w = layer.weights;
  for (std::size_t s = 0; s < w.strips(); ++s) {
    const float* strip = w.strip(0, s, work.strip.data());
    const std::size_t rows = std::min(stripRows, w.rows() - s * stripRows);
    for (std::size_t window = 0; window < windows; ++window) {
      const float* x = in.row(window);
      Vec4 sum = load<Vec4>(layer.bias.data() + s * stripRows);
      for (std::size_t k = 0; k < w.columns(); ++k)
        sum = madd(load<Vec4>(strip + k * stripRows), splat<Vec4>(x[k]), sum);
      float* to = out.row(window) + s * stripRows;
      for (std::size_t r = 0; r < rows; ++r) to[r] = sum[r];
    }
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
