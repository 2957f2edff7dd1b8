#pragma once

#include "models/net1d/convolve.h"

namespace founder {

/// The padded input of a group: rows [inputs][phases], each of all windows one after another.
/// Sample t of phase p is the padded input's sample t * phases + p.
struct Padded {
  std::size_t phases = 1, taps = 1, left = 0;  ///< taps of the even phase, which has the more
  std::size_t output = 0;                      ///< samples of a window
  std::size_t windowStride = 0;

  /// With `output` rounded up to a multiple of `tile`, and `taps` samples beyond, all zero.
  Padded(const Convolution& convolution, std::size_t length, std::size_t tile);
  /// Fills the rows of a channel, `rowStride` floats apart.
  void pad(const Signals& in, std::size_t channel, std::size_t rowStride, float* rows) const;
};

}  // namespace founder
