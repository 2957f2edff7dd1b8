#pragma once

#include <cstdint>
#include <functional>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "models/bytes.h"
#include "models/dtype.h"

namespace founder {

/// A stretch of the file that one checksum covers: a stored ZIP entry, or all of a safetensors
/// file's data, which has none.
struct TensorStorage {
  std::string name;
  std::uint64_t offset = 0, size = 0;  ///< bytes, in the file
  std::uint32_t crc = 0;
  bool hasCrc = false;
};

/// Where a tensor lies and how: always contiguous, its last dimension fastest.
struct Tensor {
  std::string name;
  DType dtype = DType::float32;
  std::vector<std::uint64_t> shape;
  std::uint64_t offset = 0;  ///< of the first byte, in the file
  std::uint64_t elements = 1;
  std::size_t storage = 0;  ///< index into Checkpoint::storages
};

/// The tensors of a trained network's state_dict. Only their directory is in memory: values are
/// read from the source, which has to outlive the checkpoint, when they are asked for.
class Checkpoint {
 public:
  enum class Format { torchZip, safetensors };
  using FloatSink = std::function<void(const float* values, std::size_t count)>;

  Checkpoint(const ByteSource& source, Format format, std::vector<TensorStorage> storages,
             std::vector<Tensor> tensors);

  Format format() const { return format_; }
  const std::vector<Tensor>& tensors() const { return tensors_; }
  /// True if all names began with `module.`, as DataParallel leaves them, and were shortened.
  bool prefixRemoved() const { return prefixRemoved_; }
  const Tensor* find(std::string_view name) const;

  /// Passes on a tensor's values as float32, in order, at most 65,536 at a time. A checksum that
  /// fails is reported after the last of them.
  /// @throws ModelError `wrong-dtype` (no floating type), `corrupt` naming the tensor, and what
  /// `values` throws.
  void read(const Tensor& tensor, const FloatSink& values) const;

 private:
  void verifyWhole(const Tensor& tensor) const;

  const ByteSource* source_;
  Format format_;
  std::vector<TensorStorage> storages_;
  std::vector<Tensor> tensors_;
  std::map<std::string, std::size_t> byName_;
  bool prefixRemoved_ = false;
  mutable std::vector<bool> verified_;  ///< storages shared by tensors: checked once
};

/// Opens a file of torch.save (since PyTorch 1.6: a ZIP with data.pkl, either a dict with
/// `state_dict` as ECGFounder's releases, or a bare state_dict) or a safetensors file. Reads only
/// the directory; of an official 370 MB file about 0.3 MB.
/// @throws ModelError `not-a-checkpoint`, `old-checkpoint`, `truncated`, `bad-zip`,
/// `compressed-entry`, `bad-pickle`, `foreign-global`, `bad-safetensors`, `no-state-dict`,
/// `bad-tensor`, `too-large`.
Checkpoint openCheckpoint(const ByteSource& source);

/// The number of elements of a shape.
/// @throws ModelError `bad-tensor` beyond 2^53.
std::uint64_t countElements(const std::string& name, const std::vector<std::uint64_t>& shape);

}  // namespace founder
