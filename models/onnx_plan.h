#pragma once

#include <string>
#include <vector>

#include "models/onnx_graph.h"
#include "models/onnx_writer.h"

namespace founder {

/// All of an ONNX file but its weights' values: the head, then a header before each weight.
struct OnnxPlan {
  std::string head;
  std::vector<OnnxWeight> weights;
  std::uint64_t total = 0;  ///< bytes of the file
};

/// @throws ModelError of describe(), `bad-option`, `too-large`
OnnxPlan planOnnx(const Checkpoint& checkpoint, const OnnxOptions& options);

}  // namespace founder
