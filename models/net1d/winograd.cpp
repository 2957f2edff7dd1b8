#include "models/net1d/winograd.h"

namespace founder {
namespace {

using namespace winograd;

/// A plane's weights are those of the taps times [planes, taps].
template <std::size_t taps>
constexpr std::array<std::array<double, taps>, planesOf<taps>> transform() {
  constexpr auto points = winograd::points<taps>;
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
  Buffer<float> scratch(w.stripSize() + simd::lanes);
  float* to = out.data();
  for (std::size_t s = 0; s < w.groups() * w.strips(); ++s) {
    const float* strip = w.unpacked(s / w.strips(), s % w.strips(), scratch.data());
    for (const std::array<double, taps>& plane : matrix)
      for (std::size_t k = 0; k < columns; ++k) {
        const std::size_t row = k % (columns / spread), tap = k / (columns / spread);
        const float* first = strip + (row * spread * taps + tap) * stripRows;
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
  return convolution.kernel == 16 &&
         Padded(convolution, length).output > (fewestTiles - 1) * tileSamples;
}

Buffer<float> winogradWeights(const Convolution& convolution) {
  return convolution.stride == 1 ? planeWeights<4>(convolution) : planeWeights<2>(convolution);
}

std::uint64_t winogradWorkspace(const Convolution& convolution, const Padded& shape) {
  const std::uint64_t rows = std::uint64_t{convolution.inputs} * shape.phases;
  const std::uint64_t planes = convolution.stride == 1 ? planesOf<4> : planesOf<2>;
  return rows * (shape.windowStride + planes * planeRow) + planes * stripRows * sumsRow;
}

}  // namespace founder
