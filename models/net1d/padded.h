#pragma once

#include "models/net1d/convolution.h"

namespace founder {

/// The padded input of a group: rows [inputs][phases], each of all windows one after another.
/// Sample t of phase p is the padded input's sample t * phases + p.
struct Padded {
  std::size_t phases = 1, taps = 1, left = 0;  ///< taps of the even phase, which has the more
  std::size_t output = 0;                      ///< samples of a window
  /// Room for the outputs, rounded up to whole tiles where there are planes, and `taps` samples
  /// beyond, all zero.
  std::size_t windowStride = 0;

  /// For inputs of `length` samples.
  Padded(const Convolution& convolution, std::size_t length);
  std::size_t rowStride(std::size_t windows) const { return windows * windowStride + tileColumns; }
  /// Fills the rows of a channel, `stride` floats apart.
  void pad(const Signals& in, std::size_t channel, std::size_t stride, float* rows) const;
};

}  // namespace founder
