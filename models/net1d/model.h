#pragma once

#include <string>
#include <vector>

#include "models/net1d/convolution.h"
#include "models/onnx_info.h"

namespace founder {

/// A block's layers, see net1d_description.h.
struct Net1DBlock {
  Layer narrow;      ///< conv1, 1 wide, with the Swish before and after it
  Convolution wide;  ///< conv2, with the Swish after it
  Layer last;        ///< conv3, 1 wide
  Layer squeeze, excite;
};

/// A network of ours whose weights are in memory, ready to run. Immutable: several runs may share
/// it.
class Net1DModel {
 public:
  /// Reads an ONNX file of ours (fp32 or fp16 storage), weight by weight: the file is never in
  /// memory as a whole, and half precision stays so, but for the convolutions that Winograd's
  /// method runs.
  /// @throws ModelError as readOnnxInfo, and `missing-tensor`, `wrong-shape`, `wrong-dtype`,
  /// `external-data`, `not-finite`, `bad-model`, each naming the tensor or byte.
  explicit Net1DModel(const ByteSource& onnx);

  const OnnxInfo& info() const { return info_; }
  const Net1D& net() const { return info_.net; }
  std::size_t samples() const { return static_cast<std::size_t>(info_.windowSamples); }
  const Convolution& first() const { return first_; }
  const std::vector<Net1DBlock>& blocks() const { return blocks_; }
  const Layer& dense() const { return dense_; }
  /// Bytes of all weights as they are in memory.
  std::size_t weightBytes() const;
  /// Floats of the largest strip of weights.
  std::size_t largestStrip() const;

 private:
  OnnxInfo info_;
  Convolution first_;
  std::vector<Net1DBlock> blocks_;
  Layer dense_;
};

}  // namespace founder
