#pragma once

#include <string>
#include <vector>

#include "models/net1d_description.h"

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

}  // namespace founder::test
