#pragma once

#include "models/net1d/layer.h"
#include "models/net1d_description.h"

namespace founder {

/// Signals of several windows: channel c of window w begins at `at + c * channelStride + w *
/// windowStride` and has `length` samples.
struct Signals {
  const float* at = nullptr;
  std::size_t channelStride = 0, windowStride = 0, length = 0, windows = 0;
};

/// A grouped convolution with SAME padding; its weights' columns in the order of `tapOrder`.
struct Convolution {
  Layer layer;
  std::size_t inputs = 0;  ///< channels of a group
  int kernel = 1, stride = 1;
  Buffer<float> planes;  ///< what `winogradWeights` makes of the weights, or empty
};

/// Floats that a part of ConvolveWork (kernels.h) wants in Workspace::columns for inputs of
/// `length` samples.
std::uint64_t convolveWorkspace(const Convolution& convolution, std::size_t length,
                                std::size_t windows);

/// Column `order[i]` of the stored weights [inputs, kernel] is packed as column i: a channel's even
/// taps before its odd ones where the stride is 2.
std::vector<std::uint32_t> tapOrder(std::size_t inputs, int kernel, int stride);

}  // namespace founder
