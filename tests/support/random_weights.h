#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace founder::test {

/// Numbers that need no file: element i of tensor `name` is a function of both, and bit for bit the
/// same in tests/golden/random_weights.py. Uniform in [-1, 1), a multiple of 2^-23.
float uniform(std::uint64_t nameHash, std::uint64_t index);
std::uint64_t hashName(std::string_view name);

/// Values [first, first + count) of a weight, scaled by its kind and fan-in so that activations
/// stay near 1 through twenty blocks. BatchNorm tensors are far from the identity, so that a
/// network that used them would be seen.
void randomWeights(const std::string& name, const std::vector<std::uint64_t>& shape,
                   std::uint64_t first, std::size_t count, float* to);

/// An input [windows, leads, samples] that looks normalised: noise with a spike every 400 samples.
std::vector<float> randomInput(std::size_t windows, std::size_t leads, std::size_t samples);

}  // namespace founder::test
