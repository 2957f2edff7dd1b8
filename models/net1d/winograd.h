#pragma once

#include <array>

#include "models/net1d/padded.h"

namespace founder {
namespace winograd {

constexpr std::size_t spread = 4;                 // samples from an output of a tile to the next
constexpr std::size_t tileSamples = 4 * spread;   // four vectors of outputs
constexpr std::size_t planeSamples = 2 * spread;  // of a tile's plane: for the taps t to t + 3
constexpr std::size_t blockTiles = 4;             // whose products are summed together
constexpr std::size_t planeRow = blockTiles * planeSamples;
constexpr std::size_t sumsRow = blockTiles * spread;

/// Where a correlation of four outputs with `taps` taps takes its products, besides at infinity.
template <std::size_t taps>
constexpr std::array<double, taps + 2> points{};
template <>
inline constexpr std::array<double, 6> points<4>{0, 1, -1, 2, -2, 0.5};
template <>
inline constexpr std::array<double, 4> points<2>{0, 1, -1, 0.5};

template <std::size_t taps>
constexpr std::size_t planesOf = points<taps>.size() + 1;

}  // namespace winograd

/// Whether a convolution of inputs of `length` samples can run by planes (ConvolveWork in
/// kernels.h) and is the faster so: 16 taps, and an output that fills its tiles.
bool winogradSuits(const Convolution& convolution, std::size_t length);

/// The planes: the weights as the kernel takes them, [groups, strips, planes, spread, rows of the
/// padded input, stripRows], from those packed in the order of `tapOrder`; computed in double precision.
Buffer<float> winogradWeights(const Convolution& convolution);

/// As `convolveWorkspace`, of a convolution with planes.
std::uint64_t winogradWorkspace(const Convolution& convolution, const Padded& shape);

}  // namespace founder
