#pragma once

#include "models/net1d/convolution.h"
#include "models/net1d/job.h"
#include "models/net1d/padded.h"

namespace founder {

/// A convolution of width 1: out[r][n] = after(bias[r] + sum over k of w[r][k] before(in[k][n]))
/// for `columns` columns. The sum runs over k in order, in float32, whatever `columns` is. Method:
/// panels of the input, packed once for a block of columns that fits the second-level cache; each
/// strip of weights is read once a block (after Goto and van de Geijn 2008).
struct MultiplyWork {
  static constexpr Kernel kernel = Kernel::multiply;
  const Layer* layer;
  Rows in, out;
  std::size_t columns;
  Workspace* workspaces;  ///< one a part
};
void runPart(const MultiplyWork& work, Part part);

/// Columns that are packed at once: 192 KiB, a part of the second-level cache.
inline std::size_t blockColumns(std::size_t inputs) {
  constexpr std::size_t blockFloats = 48 * 1024;
  return std::max<std::size_t>(1, blockFloats / inputs / tileColumns) * tileColumns;
}

/// Floats that a part of MultiplyWork wants in Workspace::columns.
inline std::uint64_t multiplyWorkspace(std::size_t inputs, std::size_t columns) {
  const std::size_t wholeTiles = (columns + tileColumns - 1) / tileColumns * tileColumns;
  return std::uint64_t{inputs} * std::min(blockColumns(inputs), wholeTiles);
}

/// A grouped convolution with SAME padding: out[channel][window * L + t] for L = ceil(length /
/// stride); `before` of the layer is not applied. Either method gives an output the same bits
/// whatever the number of windows and parts.
///
/// Without planes: no im2col; the group's padded input, for stride 2 its even and odd samples
/// apart, is read at each tap's offset, so that every load is of consecutive samples; the sum of
/// each output runs over channels, then taps in the order of `tapOrder`, in float32.
///
/// With planes, and 2.3 (stride 1) or 1.6 (stride 2) times fewer multiplications: the outputs t, t
/// + 4, t + 8 and t + 12 need, of every fourth tap, a correlation of four outputs with four taps
/// (stride 2: two taps of a phase), which seven (five) products give instead of sixteen (eight):
/// Toom and Cook's at 0, 1, -1, 2, -2, 1/2 and infinity (0, 1, -1, 1/2 and infinity); after
/// Winograd 1980, and Lavin and Gray 2016. So far apart, since then a vector holds four consecutive
/// samples throughout. Rounding errors are about twice those of the direct sum.
struct ConvolveWork {
  static constexpr Kernel kernel = Kernel::convolve;
  const Convolution* convolution;
  Padded shape;
  Signals in;
  Rows out;
  Workspace* workspaces;  ///< one a part
};
void runPart(const ConvolveWork& work, Part part);

/// A fully connected layer for each of `windows` vectors in[w] of the layer's columns. Rows of
/// `out` have room for whole strips.
struct ConnectWork {
  static constexpr Kernel kernel = Kernel::connect;
  const Layer* layer;
  Rows in, out;
  std::size_t windows;
  Workspace* workspaces;  ///< one a part
};
void runPart(const ConnectWork& work, Part part);

/// Mean over time: to.row(window)[channel], for `channels` channels.
struct MeanWork {
  static constexpr Kernel kernel = Kernel::mean;
  Signals in;
  std::size_t channels;
  Rows to;
};
void runPart(const MeanWork& work, Part part);

/// The end of a block: to[c] = block[c] * scale.row(window)[c] + identity[c - before]. The identity
/// is pooled by two where the block halves time: at an odd length the last sample is max(x, 0), as
/// upstream's zero padding makes it. Missing channels are zero: floor(missing / 2) before, the rest
/// after. `to` may be the identity itself where nothing is pooled or widened.
struct AddIdentityWork {
  static constexpr Kernel kernel = Kernel::addIdentity;
  Signals block;     ///< the last convolution's output
  Signals identity;  ///< the block's input
  Rows scale;        ///< [windows, channels]
  Rows to;
  std::size_t channels, identityChannels;
  bool pool;  ///< the identity is twice as long, and pooled
};
void runPart(const AddIdentityWork& work, Part part);

}  // namespace founder
