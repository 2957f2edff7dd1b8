#pragma once

#include <string>
#include <vector>

#include "models/net1d_description.h"
#include "models/onnx_graph.h"

namespace founder::test {

/// A file of tests/golden/model: a network of generated weights, and what PyTorch makes of the
/// generated input in float64.
struct GoldenCase {
  std::string name;
  Net1D net;
  std::size_t samples = 0, windows = 0, tensors = 0;
  std::vector<double> logits;    ///< [windows, classes]
  std::vector<double> features;  ///< [windows, channels]
  std::size_t timeSteps = 0;
  std::vector<double> timeMap;  ///< every timeMapStep-th of [windows, classes, timeSteps]
  std::size_t timeMapStep = 1;
};

GoldenCase loadGoldenCase(const std::string& path);

/// The cases that run in a moment.
inline constexpr const char* smallGoldenCases[] = {
    "small_odd_channels", "small_even_kernel", "small_half_ratio",  "small_groups",
    "small_even_lengths", "small_shortest",    "small_full_lengths"};

/// The case's network as a checkpoint of generated weights, converted by the library.
std::string goldenOnnx(const GoldenCase& test, WeightType type);

std::vector<double> everyNth(const std::vector<double>& values, std::size_t step);
/// Infinite where the sizes differ.
double largestDifference(const std::vector<double>& a, const std::vector<double>& b);

}  // namespace founder::test
