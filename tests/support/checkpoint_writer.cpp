#include "tests/support/checkpoint_writer.h"

#include <algorithm>
#include <cstring>
#include <stdexcept>

#include "tests/support/file_bytes.h"
#include "tests/support/random_weights.h"
#include "tests/support/zip_writer.h"

namespace founder::test {
namespace {

std::string encode(DType type, float value) {
  std::uint32_t bits;
  std::memcpy(&bits, &value, sizeof bits);
  const double wide = value;
  std::uint64_t wideBits;
  std::memcpy(&wideBits, &wide, sizeof wideBits);
  switch (type) {
    case DType::float64:
      return le(wideBits, 8);
    case DType::float16:
      return le(floatToHalf(value), 2);
    case DType::bfloat16:
      return le(bits >> 16, 2);
    default:
      return le(bits, 4);
  }
}

// Passes on only the first bytes.
class CutSink : public ByteSink {
 public:
  CutSink(ByteSink& sink, std::uint64_t left) : sink_(sink), left_(left) {}
  void write(const void* from, std::size_t count) override {
    const auto passed = static_cast<std::size_t>(std::min<std::uint64_t>(left_, count));
    sink_.write(from, passed);
    left_ -= passed;
  }

 private:
  ByteSink& sink_;
  std::uint64_t left_;
};

}  // namespace

void writeHalf(const CheckpointSpec& spec, ByteSink& sink, CheckpointWriter write) {
  CheckpointSpec whole = spec;
  whole.defect = Defect::none;
  CountingSink size;
  write(whole, size);
  CutSink cut(sink, size.bytes / 2);
  write(whole, cut);
}

const std::vector<std::string>& defectNames() {
  static const std::vector<std::string> names = {"none",        "missing-tensor",   "extra-tensor",
                                                 "wrong-shape", "foreign-global",   "truncated",
                                                 "corrupt-crc", "compressed-entry", "zip-bomb"};
  return names;
}

Defect defectNamed(const std::string& name) {
  for (std::size_t i = 0; i < defectNames().size(); ++i)
    if (defectNames()[i] == name) return static_cast<Defect>(i);
  throw std::invalid_argument("no such defect: " + name);
}

std::vector<TensorShape> tensorsOf(const CheckpointSpec& spec) {
  std::vector<TensorShape> tensors = tensorList(spec.net);
  if (spec.defect == Defect::missingTensor) tensors.erase(tensors.end() - 3);  // last se_fc2.bias
  if (spec.defect == Defect::extraTensor) tensors.push_back({"extra.weight", {3}});
  if (spec.defect == Defect::wrongShape) ++tensors.back().shape[0];
  return tensors;
}

DType storedType(const CheckpointSpec& spec, const TensorShape& tensor) {
  return tensor.shape.empty() ? DType::int64 : spec.dtype;
}

std::string tensorBytes(const CheckpointSpec& spec, const TensorShape& tensor, std::uint64_t first,
                        std::size_t count) {
  if (tensor.shape.empty()) return le(1000, 8);
  std::vector<float> values(count);
  randomWeights(tensor.name, tensor.shape, first, count, values.data());
  std::string bytes;
  if (spec.dtype == DType::float32) {
    bytes.resize(count * sizeof(float));
    std::memcpy(bytes.data(), values.data(), bytes.size());
    return bytes;
  }
  for (const float value : values) bytes += encode(spec.dtype, value);
  return bytes;
}

Net1D smallNet() {
  Net1DConfig config;
  config.leads = 2;
  config.baseFilters = 4;
  config.filters = {4, 9, 16};
  config.groupWidth = 1;
  config.blocks = {1, 2, 1};
  config.kernel = 7;
  config.classes = 5;
  return makeNet1D(config);
}

}  // namespace founder::test
