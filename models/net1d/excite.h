#pragma once

#include "models/net1d/convolve.h"

namespace founder {

/// Mean over time: to.row(window)[channel], for `channels` channels.
void meanOverTime(const Signals& in, std::size_t channels, Rows to);

/// The end of a block: to[c] = block[c] * scale.row(window)[c] + identity[c - before].
struct Residual {
  Signals block;     ///< the last convolution's output
  Signals identity;  ///< the block's input
  Rows scale;        ///< [windows, channels]
  std::size_t channels = 0, identityChannels = 0;
  bool pool = false;  ///< the identity is twice as long, and pooled
};

/// Adds the identity, pooled by two where the block halves time: at an odd length the last sample
/// is max(x, 0), as upstream's zero padding makes it. Missing channels are zero: floor(missing / 2)
/// before, the rest after. `to` may be the identity itself where nothing is pooled or widened.
void addIdentity(const Residual& residual, Rows to);

}  // namespace founder
