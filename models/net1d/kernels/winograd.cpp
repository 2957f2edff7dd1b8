#include "models/net1d/kernels/winograd.h"

#include <algorithm>

#include "models/net1d/kernels/tile.h"
#include "models/net1d/winograd.h"

namespace founder {
namespace {

using namespace simd;
using namespace winograd;

/// To the products at the points and at infinity, and back.
template <std::size_t taps>
struct Transform;

template <>
struct Transform<4> {
  /// The planes of a vector of samples and those `spread` samples after one another.
  static FOUNDER_INLINE void spreadOut(const float* x, float* plane, std::size_t stride) {
    Vec4 d[7], e[6];
    for (std::size_t i = 0; i < 7; ++i) d[i] = load<Vec4>(x + i * spread);
    for (std::size_t i = 0; i < 6; ++i) e[i] = d[i + 1] - 0.5f * d[i];
    const Vec4 even1 = e[4] - 4 * e[2], odd1 = e[3] - 4 * e[1];
    const Vec4 even2 = e[4] - e[2], odd2 = 2 * (e[3] - e[1]);
    store(plane, e[4] - 5 * e[2] + 4 * e[0]);
    store(plane + stride, even1 + odd1);
    store(plane + 2 * stride, even1 - odd1);
    store(plane + 3 * stride, even2 + odd2);
    store(plane + 4 * stride, even2 - odd2);
    store(plane + 5 * stride, d[5] - 5 * d[3] + 4 * d[1]);
    store(plane + 6 * stride, e[5] - 5 * e[3] + 4 * e[1]);
  }

  static FOUNDER_INLINE void gather(const float* sums, std::size_t stride, Vec4 bias, float* out) {
    Vec4 m[7];
    for (std::size_t i = 0; i < 7; ++i) m[i] = load<Vec4>(sums + i * stride);
    const Vec4 even1 = m[1] + m[2], odd1 = m[1] - m[2];
    const Vec4 even2 = m[3] + m[4], odd2 = m[3] - m[4];
    store(out, bias + (m[0] + even1 + even2 + m[5]));
    store(out + spread, bias + (odd1 + 2 * odd2 + 0.5f * m[5]));
    store(out + 2 * spread, bias + (even1 + 4 * even2 + 0.25f * m[5]));
    store(out + 3 * spread, bias + (odd1 + 8 * odd2 + 0.125f * m[5] + m[6]));
  }
};

template <>
struct Transform<2> {
  static FOUNDER_INLINE void spreadOut(const float* x, float* plane, std::size_t stride) {
    Vec4 d[5], e[4];
    for (std::size_t i = 0; i < 5; ++i) d[i] = load<Vec4>(x + i * spread);
    for (std::size_t i = 0; i < 4; ++i) e[i] = d[i + 1] - 0.5f * d[i];
    store(plane, e[2] - e[0]);
    store(plane + stride, e[2] + e[1]);
    store(plane + 2 * stride, e[2] - e[1]);
    store(plane + 3 * stride, d[3] - d[1]);
    store(plane + 4 * stride, e[3] - e[1]);
  }

  static FOUNDER_INLINE void gather(const float* sums, std::size_t stride, Vec4 bias, float* out) {
    Vec4 m[5];
    for (std::size_t i = 0; i < 5; ++i) m[i] = load<Vec4>(sums + i * stride);
    const Vec4 even = m[1] + m[2], odd = m[1] - m[2];
    store(out, bias + (m[0] + even + m[3]));
    store(out + spread, bias + (odd + 0.5f * m[3]));
    store(out + 2 * spread, bias + (even + 0.25f * m[3]));
    store(out + 3 * spread, bias + (odd + 0.125f * m[3] + m[4]));
  }
};

/// The planes of `tiles` tiles of a row.
template <std::size_t taps>
FOUNDER_KERNEL void spreadRow(const float* x, std::size_t tiles, float* planes,
                              std::size_t stride) {
  for (std::size_t t = 0; t < tiles; ++t)
    for (std::size_t half = 0; half < planeSamples; half += spread)
      Transform<taps>::spreadOut(x + t * tileSamples + half, planes + t * planeSamples + half, stride);
}

/// One row of outputs of `tiles` tiles.
template <std::size_t taps>
FOUNDER_KERNEL void gatherRow(const float* sums, std::size_t tiles, float bias, float* out) {
  for (std::size_t t = 0; t < tiles; ++t)
    Transform<taps>::gather(sums + t * spread, stripRows * sumsRow, splat<Vec4>(bias),
                         out + t * tileSamples);
}

template <std::size_t rows, int vectors>
FOUNDER_KERNEL void multiplyPlane(const float* weights, const float* plane, std::size_t planeRows,
                                  float* sums) {
  for (std::size_t r = 0; r < stripRows; r += rows) {
    Tile<rows, vectors, Vec4> tile;
    const float* w = weights + r;
    for (std::size_t tap = 0; tap < spread; ++tap)
      for (std::size_t q = 0; q < planeRows; ++q, w += stripRows)
        tile.add(w, plane + q * planeRow + tap, planeSamples);
    tile.store({sums + r * sumsRow, sumsRow}, rows);
  }
}

/// Strips of one group of a window.
template <std::size_t taps>
class Group {
 public:
  Group(const ConvolveWork& work, std::size_t group, Part::Range strips, float* space)
      : convolution_(*work.convolution),
        shape_(work.shape),
        group_(group),
        strips_(strips),
        rows_(convolution_.inputs * shape_.phases),
        padded_(space),
        planes_(padded_ + rows_ * shape_.windowStride),
        sums_(planes_ + planes * planeStride()) {}

  void run(const Signals& window, Rows out) const {
    for (std::size_t i = 0; i < convolution_.inputs; ++i)
      shape_.pad(window, group_ * convolution_.inputs + i, shape_.windowStride,
                 padded_ + i * shape_.phases * shape_.windowStride);
    const std::size_t all = (shape_.output + tileSamples - 1) / tileSamples;
    for (std::size_t first = 0; first < all; first += blockTiles) {
      const std::size_t tiles = std::min(blockTiles, all - first), sample = first * tileSamples;
      for (std::size_t q = 0; q < rows_; ++q)
        spreadRow<taps>(padded_ + q * shape_.windowStride + sample, tiles, planes_ + q * planeRow,
                        planeStride());
      for (std::size_t s = strips_.begin; s < strips_.end; ++s)
        runStrip(s, tiles, {out.row(s * stripRows) + sample, out.stride});
    }
  }

 private:
  static constexpr std::size_t planes = planesOf<taps>;
  std::size_t planeStride() const { return rows_ * planeRow; }

  void runStrip(std::size_t strip, std::size_t tiles, Rows out) const {
    const PackedWeights& shape = convolution_.layer.weights;
    const std::size_t columns = rows_ * spread, index = group_ * shape.strips() + strip;
    const float* weights = convolution_.planes.data() + index * planes * columns * stripRows;
    for (std::size_t p = 0; p < planes; ++p, weights += columns * stripRows) {
      const float* plane = planes_ + p * planeStride();
      float* sums = sums_ + p * stripRows * sumsRow;
      if (tiles > 2)
        multiplyPlane<2, 4>(weights, plane, rows_, sums);
      else
        multiplyPlane<4, 2>(weights, plane, rows_, sums);
    }
    const std::size_t rows = std::min(stripRows, shape.rows() - strip * stripRows);
    for (std::size_t r = 0; r < rows; ++r)
      gatherRow<taps>(sums_ + r * sumsRow, tiles, convolution_.layer.bias[index * stripRows + r],
                      out.row(r));
  }

  const Convolution& convolution_;
  const Padded& shape_;
  std::size_t group_;
  Part::Range strips_;
  std::size_t rows_;
  float *padded_, *planes_, *sums_;
};

template <std::size_t taps>
void run(const ConvolveWork& work, std::size_t group, Part::Range strips, Workspace& space) {
  const Group<taps> each(work, group, strips, space.columns.data());
  const Layer& layer = work.convolution->layer;
  const std::size_t output = work.shape.output;
  const Rows to{work.out.row(group * layer.weights.rows()), work.out.stride};
  Signals window = work.in;
  window.windows = 1;
  // A tile may write beyond its window, where the next window's tiles will write: in this order.
  for (std::size_t i = 0; i < work.in.windows; ++i) {
    window.at = work.in.at + i * work.in.windowStride;
    each.run(window, {to.at + i * output, to.stride});
  }
  const std::size_t first = strips.begin * stripRows,
                    last = std::min(strips.end * stripRows, layer.weights.rows());
  if (layer.after == Activation::swish)
    swishRows({to.row(first), to.stride}, last - first, work.in.windows * output);
}

}  // namespace

void winogradStrips(const ConvolveWork& work, std::size_t group, Part::Range strips,
                    Workspace& space) {
  if (work.convolution->stride == 1)
    run<4>(work, group, strips, space);
  else
    run<2>(work, group, strips, space);
}

}  // namespace founder
