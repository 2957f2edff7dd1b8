#pragma once

#include <string>
#include <vector>

#include "models/bytes.h"
#include "models/dtype.h"
#include "models/net1d_description.h"

namespace founder::test {

enum class Defect {
  none,
  missingTensor,
  extraTensor,
  wrongShape,
  foreignGlobal,
  truncated,
  corruptCrc,
  compressedEntry,
  zipBomb
};
/// "missing-tensor" and so on; an unknown name throws std::invalid_argument.
Defect defectNamed(const std::string& name);
const std::vector<std::string>& defectNames();

struct CheckpointSpec {
  Net1D net;
  DType dtype = DType::float32;  ///< of the floating tensors
  bool optimizer = true;         ///< torch only: Adam state, two thirds of an official file
  bool bare = false;             ///< torch only: the state_dict alone
  std::string prefix;            ///< of every name: "module." is what DataParallel leaves
  Defect defect = Defect::none;
};

/// A checkpoint of random weights (random_weights.h) exactly as the official release is laid out:
/// keys epoch, step, state_dict, optimizer, scheduler and val_auroc.
void writeTorchCheckpoint(const CheckpointSpec& spec, ByteSink& sink);

/// The same tensors as safetensors. Defects: those of tensors, and truncated.
void writeSafetensors(const CheckpointSpec& spec, ByteSink& sink);

/// The first half of what `write` makes of the spec without its defect.
using CheckpointWriter = void (*)(const CheckpointSpec& spec, ByteSink& sink);
void writeHalf(const CheckpointSpec& spec, ByteSink& sink, CheckpointWriter write);

/// The tensors that a spec asks for, its defect applied.
std::vector<TensorShape> tensorsOf(const CheckpointSpec& spec);
/// The stored bytes of elements [first, first + count) of a tensor.
std::string tensorBytes(const CheckpointSpec& spec, const TensorShape& tensor, std::uint64_t first,
                        std::size_t count);
/// num_batches_tracked, the only scalars, are int64.
DType storedType(const CheckpointSpec& spec, const TensorShape& tensor);

/// A network of some 2,000 weights and 5 classes, with uneven channel differences.
Net1D smallNet();

}  // namespace founder::test
