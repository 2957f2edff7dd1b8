#pragma once

#include "models/net1d/convolve.h"

namespace founder {

/// Whether `winogradConvolve` can run a convolution of such an input and is the faster: 16 taps,
/// and an output that fills its tiles.
bool winogradSuits(const Convolution& convolution, std::size_t length);

/// The weights as `winogradConvolve` takes them, [groups, strips, planes, columns / taps of a
/// plane, stripRows], from those packed in the order of `tapOrder`; computed in double precision.
Buffer<float> winogradWeights(const Convolution& convolution);

/// As `convolve`, of a convolution with planes, with 2.3 (stride 1) or 1.6 (stride 2) times fewer
/// multiplications. Method: the outputs t, t + 4, t + 8 and t + 12 need, of every fourth tap, a
/// correlation of four outputs with four taps (stride 2: two taps of a phase), which seven (five)
/// products give instead of sixteen (eight): Toom and Cook's at 0, 1, -1, 2, -2, 1/2 and infinity
/// (0, 1, -1, 1/2 and infinity); after Winograd 1980, and Lavin and Gray 2016. So far apart, since
/// then a vector holds four consecutive samples throughout. Rounding errors are about twice those
/// of the direct sum.
void winogradConvolve(const Convolution& convolution, const Signals& in, Rows out, Workspace& work);

/// Floats that `winogradConvolve` wants in Workspace::columns.
std::uint64_t winogradWorkspace(const Convolution& convolution, std::size_t length);

}  // namespace founder
