#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "models/checkpoint.h"
#include "models/net1d_description.h"
#include "models/onnx_graph.h"

namespace founder {

struct OnnxOptions {
  WeightType weights = WeightType::fp32;  ///< fp16 halves the file; it still computes in float32
  std::size_t inputSamples = 5000;        ///< per lead, at 500 Hz
  std::vector<std::string> labels;        ///< one a class; empty: the 150 of ECGFounder if they fit
  std::vector<std::string> leads;         ///< empty: the standard twelve, or I, or none known
  std::string preset = "founder";         ///< the preprocessing the network was trained with
  std::string sourceSha256;               ///< of the checkpoint, lower-case hexadecimal
  std::function<void(std::uint64_t done, std::uint64_t total)> progress;  ///< bytes; may throw
};

/// The size in bytes of what `writeOnnx` writes, so that a caller can allocate once.
/// @throws ModelError as `writeOnnx`, but for what only the values show.
std::uint64_t onnxSize(const Checkpoint& checkpoint, const OnnxOptions& options);

/// Writes the checkpoint's network as one ONNX file (opset 17; see net1d_onnx.h for inputs and
/// outputs), with metadata that say all about it (see onnx_info.h). Weights go straight from the
/// source to the sink in pieces of at most 256 KiB; BatchNorm tensors, which upstream does not use,
/// are not read. What was written before an error is to be thrown away.
/// @throws ModelError as `describe`, and `corrupt`, `not-finite`, `fp16-overflow` naming the
/// tensor, `too-large` (an ONNX file ends at 2 GiB), `bad-option`.
void writeOnnx(const Checkpoint& checkpoint, const OnnxOptions& options, ByteSink& sink);

}  // namespace founder
