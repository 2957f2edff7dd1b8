#pragma once

#include <map>
#include <string>
#include <vector>

#include "models/net1d/packed_weights.h"
#include "models/net1d_description.h"

namespace founder {

/// Where the initializers of an ONNX file lie. Reads names, shapes and types, no values.
class OnnxWeights {
 public:
  /// @throws ModelError `truncated`, `bad-model`.
  explicit OnnxWeights(const ByteSource& source);

  /// A tensor that has to be there with this shape, its first dimension the rows of one group.
  /// @throws ModelError `missing-tensor`, `wrong-shape`, `wrong-dtype`, `external-data`, each
  /// naming the tensor.
  StoredMatrix find(const std::string& name, const std::vector<std::uint64_t>& shape) const;
  /// The biases of all strips, in their order; 0 for the rows that a last strip lacks.
  std::vector<float> bias(const std::string& name, std::size_t groups, std::size_t rows) const;
  std::size_t size() const { return byName_.size(); }
  const ByteSource& source() const { return source_; }

 private:
  struct Entry {
    std::vector<std::uint64_t> shape;
    std::uint64_t type = 0, offset = 0, bytes = 0;
    bool external = false, raw = false;
  };
  void readTensor(class ProtobufReader tensor);

  const ByteSource& source_;
  std::map<std::string, Entry> byName_;
};

}  // namespace founder
