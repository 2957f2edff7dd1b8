#include "models/net1d/winograd.h"

#include <algorithm>
#include <array>

#include "models/net1d/padded.h"
#include "models/net1d/tile.h"

namespace founder {
namespace {

using namespace simd;

constexpr std::size_t spread = 4;                 // samples from an output of a tile to the next
constexpr std::size_t tileSamples = 4 * spread;   // four vectors of outputs
constexpr std::size_t planeSamples = 2 * spread;  // of a tile's plane: for the taps t to t + 3
constexpr std::size_t blockTiles = 4;             // whose products are summed together
constexpr std::size_t planeRow = blockTiles * planeSamples;
constexpr std::size_t sumsRow = blockTiles * spread;

/// A correlation of four outputs with `taps` taps by products at the points and at infinity.
template <std::size_t taps>
struct Points;

template <>
struct Points<4> {
  static constexpr std::array<double, 6> at{0, 1, -1, 2, -2, 0.5};

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
struct Points<2> {
  static constexpr std::array<double, 4> at{0, 1, -1, 0.5};

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

template <std::size_t taps>
constexpr std::size_t planesOf = Points<taps>::at.size() + 1;

/// The planes of `tiles` tiles of a row.
template <std::size_t taps>
FOUNDER_KERNEL void spreadRow(const float* x, std::size_t tiles, float* planes,
                              std::size_t stride) {
  for (std::size_t t = 0; t < tiles; ++t)
    for (std::size_t half = 0; half < planeSamples; half += spread)
      Points<taps>::spreadOut(x + t * tileSamples + half, planes + t * planeSamples + half, stride);
}

/// One row of outputs of `tiles` tiles.
template <std::size_t taps>
FOUNDER_KERNEL void gatherRow(const float* sums, std::size_t tiles, float bias, float* out) {
  for (std::size_t t = 0; t < tiles; ++t)
    Points<taps>::gather(sums + t * spread, stripRows * sumsRow, splat<Vec4>(bias),
                         out + t * tileSamples);
}

template <std::size_t rows, int vectors>
FOUNDER_KERNEL void multiplyPlane(const float* weights, const float* plane, std::size_t columns,
                                  float* sums) {
  static constexpr float none[rows] = {};
  for (std::size_t r = 0; r < stripRows; r += rows) {
    Tile<rows, vectors, Vec4> tile(none);
    for (std::size_t k = 0; k < columns; ++k)
      tile.add(weights + r + k * stripRows, plane + k / spread * planeRow + k % spread,
               planeSamples);
    tile.store({sums + r * sumsRow, sumsRow}, rows);
  }
}

/// Convolves one group of a window.
template <std::size_t taps>
class Group {
 public:
  Group(const Convolution& convolution, const Padded& shape, float* work)
      : convolution_(convolution), shape_(shape), rows_(convolution.inputs * shape.phases) {
    padded_ = work;
    planes_ = padded_ + rows_ * shape.windowStride;
    sums_ = planes_ + planes * planeStride();
  }

  static std::uint64_t floats(const Padded& shape, std::uint64_t rows) {
    return rows * (shape.windowStride + planes * planeRow) + planes * stripRows * sumsRow;
  }

  void run(const Signals& window, std::size_t group, Rows out) const {
    for (std::size_t i = 0; i < convolution_.inputs; ++i)
      shape_.pad(window, group * convolution_.inputs + i, shape_.windowStride,
                 padded_ + i * shape_.phases * shape_.windowStride);
    const std::size_t all = (shape_.output + tileSamples - 1) / tileSamples;
    for (std::size_t first = 0; first < all; first += blockTiles) {
      const std::size_t tiles = std::min(blockTiles, all - first), sample = first * tileSamples;
      for (std::size_t q = 0; q < rows_; ++q)
        spreadRow<taps>(padded_ + q * shape_.windowStride + sample, tiles, planes_ + q * planeRow,
                        planeStride());
      for (std::size_t s = 0; s < convolution_.layer.weights.strips(); ++s)
        runStrip(group, s, tiles, {out.row(s * stripRows) + sample, out.stride});
    }
  }

 private:
  static constexpr std::size_t planes = planesOf<taps>;
  std::size_t planeStride() const { return rows_ * planeRow; }

  void runStrip(std::size_t group, std::size_t strip, std::size_t tiles, Rows out) const {
    const PackedWeights& shape = convolution_.layer.weights;
    const std::size_t columns = rows_ * spread, index = group * shape.strips() + strip;
    const float* weights = convolution_.planes.data() + index * planes * columns * stripRows;
    for (std::size_t p = 0; p < planes; ++p, weights += columns * stripRows) {
      const float* plane = planes_ + p * planeStride();
      float* sums = sums_ + p * stripRows * sumsRow;
      if (tiles > 2)
        multiplyPlane<2, 4>(weights, plane, columns, sums);
      else
        multiplyPlane<4, 2>(weights, plane, columns, sums);
    }
    const std::size_t rows = std::min(stripRows, shape.rows() - strip * stripRows);
    for (std::size_t r = 0; r < rows; ++r)
      gatherRow<taps>(sums_ + r * sumsRow, tiles, convolution_.layer.bias[index * stripRows + r],
                      out.row(r));
  }

  const Convolution& convolution_;
  const Padded& shape_;
  std::size_t rows_;
  float *padded_, *planes_, *sums_;
};

template <std::size_t taps>
void run(const Convolution& convolution, const Signals& in, Rows out, Workspace& work) {
  const Padded shape(convolution, in.length, tileSamples);
  const Group<taps> each(convolution, shape, work.columns.data());
  const PackedWeights& w = convolution.layer.weights;
  Signals window = in;
  window.windows = 1;
  for (std::size_t g = 0; g < w.groups(); ++g) {
    const Rows to{out.row(g * w.rows()), out.stride};
    // A tile may write beyond its window, where the next window's tiles will write: in this order.
    for (std::size_t i = 0; i < in.windows; ++i) {
      window.at = in.at + i * in.windowStride;
      each.run(window, g, {to.at + i * shape.output, to.stride});
    }
    if (convolution.layer.after == Activation::swish)
      swishRows(to, w.rows(), in.windows * shape.output);
  }
}

/// A plane's weights are those of the taps times [planes, taps].
template <std::size_t taps>
constexpr std::array<std::array<double, taps>, planesOf<taps>> transform() {
  constexpr auto& points = Points<taps>::at;
  std::array<std::array<double, taps>, planesOf<taps>> out{};
  for (std::size_t p = 0; p < points.size(); ++p) {
    double scale = 1;
    for (std::size_t i = 0; i < points.size(); ++i)
      if (i != p) scale *= points[p] - points[i];
    double power = 1;
    for (std::size_t i = 0; i < taps; ++i, power *= points[p]) out[p][i] = power / scale;
  }
  out[points.size()][taps - 1] = 1;
  return out;
}

template <std::size_t taps>
Buffer<float> planeWeights(const Convolution& convolution) {
  constexpr auto matrix = transform<taps>();
  const PackedWeights& w = convolution.layer.weights;
  const std::size_t columns = w.columns() / taps;
  Buffer<float> out(w.groups() * w.strips() * planesOf<taps> * columns * stripRows);
  Buffer<float> scratch(w.stripSize() + lanes);
  float* to = out.data();
  for (std::size_t s = 0; s < w.groups() * w.strips(); ++s) {
    const float* strip = w.unpacked(s / w.strips(), s % w.strips(), scratch.data());
    for (const std::array<double, taps>& plane : matrix)
      for (std::size_t k = 0; k < columns; ++k) {
        const float* first = strip + (k / spread * spread * taps + k % spread) * stripRows;
        for (std::size_t r = 0; r < stripRows; ++r) {
          double sum = 0;
          for (std::size_t i = 0; i < taps; ++i)
            sum += plane[i] * first[i * spread * stripRows + r];
          *to++ = static_cast<float>(sum);
        }
      }
  }
  return out;
}

}  // namespace

bool winogradSuits(const Convolution& convolution, std::size_t length) {
  constexpr std::size_t fewestTiles = 5;
  const Padded shape(convolution, length, tileSamples);
  return convolution.kernel == 16 && shape.output > (fewestTiles - 1) * tileSamples;
}

Buffer<float> winogradWeights(const Convolution& convolution) {
  return convolution.stride == 1 ? planeWeights<4>(convolution) : planeWeights<2>(convolution);
}

void winogradConvolve(const Convolution& convolution, const Signals& in, Rows out,
                      Workspace& work) {
  if (convolution.stride == 1)
    run<4>(convolution, in, out, work);
  else
    run<2>(convolution, in, out, work);
}

std::uint64_t winogradWorkspace(const Convolution& convolution, std::size_t length) {
  const Padded shape(convolution, length, tileSamples);
  const std::uint64_t rows = std::uint64_t{convolution.inputs} * shape.phases;
  return convolution.stride == 1 ? Group<4>::floats(shape, rows) : Group<2>::floats(shape, rows);
}

}  // namespace founder
