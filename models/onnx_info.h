#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/bytes.h"
#include "models/net1d_description.h"
#include "models/onnx_graph.h"

namespace founder {

/// What an ONNX file of ours says about itself.
struct OnnxInfo {
  /// A graph output, its symbolic batch dimension left out.
  struct Output {
    std::string name;
    std::vector<std::uint64_t> sizes;
  };

  std::vector<std::string> leads;   ///< in input order; empty if unknown
  std::vector<std::string> labels;  ///< in output order; empty if unknown
  double samplingRate = 0;          ///< Hz
  std::uint64_t windowSamples = 0;  ///< per lead
  std::string preset;               ///< the preprocessing it wants
  WeightType weights = WeightType::fp32;
  std::string sourceSha256;  ///< of the checkpoint it was made from; empty if unknown
  Net1D net;
  std::string inputName;
  std::vector<Output> outputs;
};

/// Reads the metadata, input and outputs of an ONNX file and skips its nodes and weights.
/// @throws ModelError `not-our-model` (no ONNX file, or one without our metadata),
/// `newer-model` (a format version after ours), `truncated`, `bad-model`, `bad-description`.
OnnxInfo readOnnxInfo(const ByteSource& source);

}  // namespace founder
