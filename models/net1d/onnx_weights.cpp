#include "models/net1d/onnx_weights.h"

#include "models/error.h"
#include "models/net1d/simd.h"
#include "models/onnx_format.h"
#include "models/protobuf_reader.h"
#include "models/quote.h"

namespace founder {
namespace {

enum { graphInitializer = 5 };
enum { tensorDims = 1, tensorType = 2, tensorName = 8, tensorRaw = 9, tensorLocation = 14 };
enum { typeFloat = 1, typeHalf = 10, locationExternal = 1 };
constexpr std::uint64_t longestName = 4096;
constexpr std::size_t mostTensors = 1 << 16, mostDims = 8;

std::string describe(const std::vector<std::uint64_t>& shape) {
  std::string text = "[";
  for (const std::uint64_t size : shape)
    text += (text.size() > 1 ? ", " : "") + std::to_string(size);
  return text + "]";
}

[[noreturn]] void wrong(const char* code, const std::string& name, const std::string& what) {
  throw ModelError(code, "The model's tensor " + quote(name) + " " + what +
                             ": convert the checkpoint again, or get the file again.");
}

}  // namespace

OnnxWeights::OnnxWeights(const ByteSource& source) : source_(source) {
  ProtobufReader model(source, 0, source.size());
  while (model.next()) {
    if (!model.isBytes(onnxModel::graph)) continue;
    ProtobufReader graph = model.inner();
    while (graph.next())
      if (graph.isBytes(graphInitializer)) readTensor(graph.inner());
  }
}

void OnnxWeights::readTensor(ProtobufReader tensor) {
  std::string name;
  Entry entry;
  while (tensor.next()) {
    if (tensor.isInteger(tensorDims) && entry.shape.size() < mostDims)
      entry.shape.push_back(tensor.integer());
    if (tensor.isInteger(tensorType)) entry.type = tensor.integer();
    if (tensor.isBytes(tensorName)) name = tensor.text(longestName);
    if (tensor.isInteger(tensorLocation)) entry.external = tensor.integer() == locationExternal;
    if (tensor.isBytes(tensorRaw)) {
      entry.raw = true;
      entry.offset = tensor.bytesBegin();
      entry.bytes = tensor.integer();
    }
  }
  if (byName_.size() >= mostTensors) wrong("bad-model", name, "is one too many");
  if (!byName_.emplace(name, std::move(entry)).second) wrong("bad-model", name, "is there twice");
}

StoredMatrix OnnxWeights::find(const std::string& name,
                               const std::vector<std::uint64_t>& shape) const {
  const auto found = byName_.find(name);
  if (found == byName_.end()) wrong("missing-tensor", name, "is missing");
  const Entry& entry = found->second;
  if (entry.external) wrong("external-data", name, "is in another file, which is not read");
  if (entry.type != typeFloat && entry.type != typeHalf)
    wrong("wrong-dtype", name, "is neither float32 nor float16");
  if (entry.shape != shape)
    wrong("wrong-shape", name, "is " + describe(entry.shape) + " and not " + describe(shape));
  StoredMatrix matrix;
  matrix.type = entry.type == typeHalf ? WeightType::fp16 : WeightType::fp32;
  matrix.offset = entry.offset;
  std::uint64_t bytes = matrix.type == WeightType::fp16 ? 2 : 4;
  for (const std::uint64_t size : shape) bytes *= size;  // sizes are at most 65,536, three of them
  if (!entry.raw || entry.bytes != bytes)
    wrong(
        "wrong-shape", name,
        "has " + std::to_string(entry.bytes) + " bytes of values and not " + std::to_string(bytes));
  matrix.rows = static_cast<std::size_t>(shape[0]);
  matrix.columns = 1;
  for (std::size_t i = 1; i < shape.size(); ++i)
    matrix.columns *= static_cast<std::size_t>(shape[i]);
  return matrix;
}

std::vector<float> OnnxWeights::bias(const std::string& name, std::size_t groups,
                                     std::size_t rows) const {
  StoredMatrix matrix = find(name, {groups * rows});
  matrix.groups = groups;
  matrix.rows = rows;
  const PackedWeights packed(source_, matrix, {});
  std::vector<float> scratch(stripRows + simd::lanes), values;
  for (std::size_t s = 0; s < groups * packed.strips(); ++s) {
    const float* strip = packed.unpacked(s / packed.strips(), s % packed.strips(), scratch.data());
    values.insert(values.end(), strip, strip + stripRows);
  }
  return values;
}

}  // namespace founder
