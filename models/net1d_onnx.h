#pragma once

#include "models/net1d_description.h"
#include "models/onnx_graph.h"

namespace founder {

/// The network as an ONNX graph for inputs `ecg` [N, leads, samples], float32 millivolts after the
/// preset's normalisation. Outputs:
///   logits    [N, classes]     before the sigmoid
///   features  [N, channels]    the mean of the last feature map over time
///   time_map  [N, classes, T]  each time step's share of the logits: sums to them over T
/// The graph is exact: padding is explicit, and the zero that upstream's max-pool appends at odd
/// lengths is computed as max(x, 0) of the last sample, never as a Pad that ONNX Runtime would fold
/// into the pool's minus-infinity padding.
/// @pre `checkpoint` matches `net`, as `describe` makes sure.
OnnxGraph buildNet1DGraph(const Net1D& net, const Checkpoint& checkpoint, WeightType type,
                          std::uint64_t samples);

}  // namespace founder
