#include "models/onnx_graph.h"

#include <cstring>

namespace founder {
namespace {

// Field and enumeration numbers of onnx.proto3.
namespace attributeProto {
enum { name = 1, integer = 3, list = 8, type = 20 };
}
namespace nodeProto {
enum { input = 1, output = 2, name = 3, op = 4, attribute = 5 };
}
namespace graphProto {
enum { node = 1, name = 2, initializer = 5, input = 11, output = 12 };
}
namespace tensorProto {
enum { dims = 1, type = 2, name = 8, raw = 9 };
}
enum { typeFloat = 1, typeInt64 = 7, typeHalf = 10, attributeInt = 2, attributeInts = 7 };

ProtobufWriter tensorHead(const std::string& name, const std::vector<std::uint64_t>& shape,
                          int type) {
  ProtobufWriter out;
  for (const std::uint64_t size : shape) out.integer(tensorProto::dims, size);
  out.integer(tensorProto::type, type).text(tensorProto::name, name);
  return out;
}

ProtobufWriter floatValue(const std::string& name, const std::vector<std::uint64_t>& sizes) {
  ProtobufWriter shape, tensor, type, value;
  shape.message(1, ProtobufWriter().text(2, "N"));
  for (const std::uint64_t size : sizes) shape.message(1, ProtobufWriter().integer(1, size));
  tensor.integer(1, typeFloat).message(2, shape);
  type.message(1, tensor);
  value.text(1, name).message(2, type);
  return value;
}

}  // namespace

std::string OnnxWeight::header() const {
  const int code = type == WeightType::fp32 ? typeFloat : typeHalf;
  ProtobufWriter inner = tensorHead(tensor->name, shape, code);
  inner.header(tensorProto::raw, bytes());
  ProtobufWriter outer;
  outer.header(graphProto::initializer, inner.bytes().size() + bytes());
  return outer.bytes() + inner.bytes();
}

OnnxGraph::Attributes& OnnxGraph::Attributes::integer(const char* name, std::int64_t value) {
  ProtobufWriter attribute;
  attribute.text(attributeProto::name, name)
      .integer(attributeProto::integer, static_cast<std::uint64_t>(value))
      .integer(attributeProto::type, attributeInt);
  fields_.message(nodeProto::attribute, attribute);
  return *this;
}

OnnxGraph::Attributes& OnnxGraph::Attributes::list(const char* name,
                                                   const std::vector<std::int64_t>& values) {
  ProtobufWriter attribute;
  attribute.text(attributeProto::name, name);
  for (const std::int64_t value : values)
    attribute.integer(attributeProto::list, static_cast<std::uint64_t>(value));
  attribute.integer(attributeProto::type, attributeInts);
  fields_.message(nodeProto::attribute, attribute);
  return *this;
}

std::string OnnxGraph::node(const char* op, const std::vector<std::string>& inputs,
                            const std::string& output, const Attributes& attributes) {
  ProtobufWriter node;
  for (const std::string& input : inputs) node.text(nodeProto::input, input);
  node.text(nodeProto::output, output).text(nodeProto::name, output).text(nodeProto::op, op);
  const std::string bytes = node.bytes() + attributes.fields_.bytes();
  nodes_.text(graphProto::node, bytes);
  return output;
}

// Half-precision weights are storage only: the graph computes in float.
std::string OnnxGraph::weight(OnnxWeight weight) {
  const bool half = weight.type == WeightType::fp16;
  const std::string name = weight.tensor->name;
  weights_.push_back(std::move(weight));
  return half ? node("Cast", {name}, name + ".fp32", Attributes().integer("to", typeFloat)) : name;
}

std::string OnnxGraph::constant(const std::string& name, const std::vector<std::int64_t>& values) {
  std::string raw;
  for (const std::int64_t value : values)
    for (int byte = 0; byte < 8; ++byte)
      raw += static_cast<char>(static_cast<std::uint64_t>(value) >> 8 * byte);
  ProtobufWriter tensor = tensorHead(name, {values.size()}, typeInt64);
  constants_.message(graphProto::initializer, tensor.text(tensorProto::raw, raw));
  return name;
}

std::string OnnxGraph::scalar(const std::string& name, float value) {
  std::string raw(sizeof value, '\0');
  std::memcpy(raw.data(), &value, sizeof value);
  ProtobufWriter tensor = tensorHead(name, {}, typeFloat);
  constants_.message(graphProto::initializer, tensor.text(tensorProto::raw, raw));
  return name;
}

void OnnxGraph::input(const std::string& name, const std::vector<std::uint64_t>& sizes) {
  ends_.message(graphProto::input, floatValue(name, sizes));
}

void OnnxGraph::output(const std::string& name, const std::vector<std::uint64_t>& sizes) {
  ends_.message(graphProto::output, floatValue(name, sizes));
}

std::string OnnxGraph::fields() const {
  ProtobufWriter name;
  name.text(graphProto::name, "net1d");
  return name.bytes() + ends_.bytes() + nodes_.bytes() + constants_.bytes();
}

}  // namespace founder
