#include <doctest/doctest.h>

#include <cmath>

#include "models/memory_bytes.h"
#include "models/net1d/kernels.h"
#include "models/net1d/winograd.h"
#include "tests/support/random_weights.h"

namespace {

using namespace founder;

struct Shape {
  std::size_t groups, rows, inputs;  ///< rows and inputs of a group
  int kernel, stride;
  std::size_t length, windows;
};

std::vector<float> random(const std::string& name, std::size_t count) {
  std::vector<float> values(count);
  for (std::size_t i = 0; i < count; ++i) values[i] = test::uniform(test::hashName(name), i);
  return values;
}

/// The same convolution by its definition.
double exactly(const Shape& s, const std::vector<float>& w, const float* window, std::size_t row,
               std::size_t t) {
  const auto kernel = static_cast<std::size_t>(s.kernel),
             stride = static_cast<std::size_t>(s.stride);
  const auto left = static_cast<std::size_t>(samePadding(s.length, s.kernel, s.stride).left);
  double sum = 0;
  for (std::size_t i = 0; i < s.inputs; ++i)
    for (std::size_t k = 0; k < kernel; ++k) {
      const std::size_t at = t * stride + k;
      if (at < left || at - left >= s.length) continue;
      sum += static_cast<double>(w[(row * s.inputs + i) * kernel + k]) *
             window[(row / s.rows * s.inputs + i) * s.length + at - left];
    }
  return sum;
}

Convolution convolution(const Shape& s, const std::vector<float>& weights) {
  const std::string bytes(reinterpret_cast<const char*>(weights.data()), weights.size() * 4);
  StoredMatrix matrix;
  matrix.groups = s.groups;
  matrix.rows = s.rows;
  matrix.columns = s.inputs * static_cast<std::size_t>(s.kernel);
  Convolution out;
  out.inputs = s.inputs;
  out.kernel = s.kernel;
  out.stride = s.stride;
  out.layer.weights =
      PackedWeights(MemorySource(bytes), matrix, tapOrder(s.inputs, s.kernel, s.stride));
  out.layer.bias = random("bias", s.groups * out.layer.weights.strips() * stripRows);
  return out;
}

/// The root mean square of the differences from float64, as a part of an output's own, which is the
/// square root of the number of weights in its sum / 3; NaN where an output is.
double error(const Shape& s, bool winograd) {
  const std::size_t channels = s.groups * s.inputs, rows = s.groups * s.rows;
  const std::size_t output =
      (s.length + static_cast<std::size_t>(s.stride) - 1) / static_cast<std::size_t>(s.stride);
  const std::vector<float> weights =
      random("weights", rows * s.inputs * static_cast<std::size_t>(s.kernel));
  const std::vector<float> in = random("in", s.windows * channels * s.length);
  Convolution by = convolution(s, weights);
  if (winograd) by.planes = winogradWeights(by);
  const std::size_t strips = by.layer.weights.strips();
  Workspace space;
  space.strip = Buffer<float>(by.layer.weights.stripSize() + simd::lanes);
  space.columns = Buffer<float>(convolveWorkspace(by, s.length, s.windows));
  std::fill_n(space.columns.data(), space.columns.size(), NAN);
  const std::size_t stride = s.windows * output + tileColumns;
  Buffer<float> out(rows * stride);
  const Signals signals{in.data(), s.length, channels * s.length, s.length, s.windows};
  runPart(ConvolveWork{&by, Padded(by, s.length), signals, {out.data(), stride}, &space}, Part{});
  double squares = 0;
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t w = 0; w < s.windows; ++w)
      for (std::size_t t = 0; t < output; ++t) {
        const float bias = by.layer.bias[row / s.rows * strips * stripRows + row % s.rows];
        const double exact =
            bias + exactly(s, weights, in.data() + w * channels * s.length, row, t);
        squares += std::pow(out.data()[row * stride + w * output + t] - exact, 2);
      }
  const auto count = static_cast<double>(rows * s.windows * output);
  return std::sqrt(squares / count) / (std::sqrt(static_cast<double>(s.inputs) * s.kernel) / 3);
}

}  // namespace

TEST_CASE("a convolution is what its definition says, at any length, stride, kernel and batch") {
  for (const Shape& s : {Shape{2, 16, 16, 16, 1, 100, 1}, Shape{2, 16, 16, 16, 2, 101, 3},
                         Shape{3, 5, 3, 7, 1, 33, 2}, Shape{1, 6, 12, 16, 2, 9, 2},
                         Shape{2, 4, 4, 3, 2, 1, 1}, Shape{1, 1, 1, 16, 1, 5, 4}}) {
    CAPTURE(s.length);
    CHECK(error(s, false) < 4e-7);
  }
}

TEST_CASE("Winograd's convolution is the same one, its rounding errors about twice as large") {
  for (const std::size_t length : {1, 2, 15, 16, 17, 63, 64, 65, 100, 129, 313, 1250})
    for (const int stride : {1, 2})
      for (const Shape& s :
           {Shape{2, 16, 16, 16, stride, length, 3}, Shape{1, 64, 12, 16, stride, length, 1},
            Shape{3, 5, 3, 16, stride, length, 2}}) {
        CAPTURE(length);
        CAPTURE(stride);
        CHECK(error(s, true) < 8e-7);
      }
}

TEST_CASE("Winograd's convolution is chosen for 16 taps where the output fills its tiles") {
  Convolution convolution;
  convolution.inputs = 16;
  convolution.kernel = 16;
  CHECK(winogradSuits(convolution, 65));
  CHECK_FALSE(winogradSuits(convolution, 64));
  convolution.stride = 2;
  CHECK(winogradSuits(convolution, 129));
  CHECK_FALSE(winogradSuits(convolution, 128));
  convolution.kernel = 15;
  CHECK_FALSE(winogradSuits(convolution, 129));
}
