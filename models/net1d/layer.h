#pragma once

#include "models/net1d/activation.h"
#include "models/net1d/buffer.h"
#include "models/net1d/packed_weights.h"

namespace founder {

inline constexpr int tileVectors = 4;
/// A kernel computes at most this many columns at once, and may touch so many beyond a row's end.
inline constexpr std::size_t tileColumns = tileVectors * simd::lanes;

/// y = after(weights * before(x) + bias)
struct Layer {
  PackedWeights weights;
  std::vector<float> bias;  ///< as many as all strips have rows
  Activation before = Activation::none, after = Activation::none;
};

/// What kernels need besides their operands, large enough for every layer of a network.
struct Workspace {
  Buffer<float> strip;    ///< of weights in single precision
  Buffer<float> columns;  ///< of the input, in a kernel's order
};

}  // namespace founder
