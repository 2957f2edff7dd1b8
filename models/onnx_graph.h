#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "models/checkpoint.h"
#include "models/protobuf_writer.h"

namespace founder {

enum class WeightType { fp32, fp16 };

/// An initializer whose values stay in the checkpoint until they are written.
struct OnnxWeight {
  const Tensor* tensor = nullptr;
  std::vector<std::uint64_t> shape;  ///< in the graph; as many elements as the tensor
  WeightType type = WeightType::fp32;

  std::uint64_t bytes() const { return tensor->elements * (type == WeightType::fp32 ? 4 : 2); }
  std::string header() const;  ///< a TensorProto up to and including the length of raw_data
};

/// Collects the parts of an ONNX GraphProto. Values are named by strings; each node has one output,
/// whose name is also the node's.
class OnnxGraph {
 public:
  /// Attributes of a node: whole numbers, or lists of them.
  class Attributes {
   public:
    Attributes& integer(const char* name, std::int64_t value);
    Attributes& list(const char* name, const std::vector<std::int64_t>& values);

   private:
    friend class OnnxGraph;
    ProtobufWriter fields_;
  };

  /// Adds a node and returns `output`.
  std::string node(const char* op, const std::vector<std::string>& inputs,
                   const std::string& output, const Attributes& attributes = {});
  std::string weight(OnnxWeight weight);
  std::string constant(const std::string& name, const std::vector<std::int64_t>& values);
  std::string scalar(const std::string& name, float value);
  /// A float tensor with the symbolic first dimension N.
  void input(const std::string& name, const std::vector<std::uint64_t>& sizes);
  void output(const std::string& name, const std::vector<std::uint64_t>& sizes);

  /// Everything but the weights' initializers, as fields of a GraphProto.
  std::string fields() const;
  const std::vector<OnnxWeight>& weights() const { return weights_; }

 private:
  ProtobufWriter nodes_, constants_, ends_;
  std::vector<OnnxWeight> weights_;
};

}  // namespace founder
