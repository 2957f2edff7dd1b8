#include "models/net1d/model.h"

#include <algorithm>

#include "models/error.h"
#include "models/net1d/onnx_weights.h"
#include "models/net1d/winograd.h"

namespace founder {
namespace {

constexpr std::uint64_t longestWindow = 1000000;

std::size_t size(int count) { return static_cast<std::size_t>(count); }

/// Reads layers by the names that the writer gives them.
class LayerReader {
 public:
  explicit LayerReader(const OnnxWeights& weights) : weights_(weights) {}

  Layer narrow(const std::string& name, int out, int in) const {
    return layer(name + ".conv", {dim(out), dim(in), 1}, 1, {});
  }
  Layer linear(const std::string& name, int out, int in) const {
    return layer(name, {dim(out), dim(in)}, 1, {});
  }
  Convolution wide(const std::string& name, int out, int in, int groups, int kernel,
                   int stride) const {
    Convolution convolution;
    convolution.inputs = size(in / groups);
    convolution.kernel = kernel;
    convolution.stride = stride;
    convolution.layer = layer(name + ".conv", {dim(out), dim(in / groups), dim(kernel)}, groups,
                              tapOrder(convolution.inputs, kernel, stride));
    convolution.layer.after = Activation::swish;
    return convolution;
  }

 private:
  static std::uint64_t dim(int count) { return static_cast<std::uint64_t>(count); }
  Layer layer(const std::string& name, const std::vector<std::uint64_t>& shape, int groups,
              const std::vector<std::uint32_t>& order) const {
    StoredMatrix matrix = weights_.find(name + ".weight", shape);
    matrix.groups = size(groups);
    matrix.rows /= matrix.groups;
    Layer out;
    out.weights = PackedWeights(weights_.source(), matrix, order);
    out.bias = weights_.bias(name + ".bias", matrix.groups, matrix.rows);
    return out;
  }

  const OnnxWeights& weights_;
};

Net1DBlock readBlock(const LayerReader& reader, const std::string& prefix, const Net1DStage& stage,
                     int in, int kernel, int stride) {
  Net1DBlock block;
  block.narrow = reader.narrow(prefix + "conv1", stage.middle, in);
  block.narrow.before = block.narrow.after = Activation::swish;
  block.wide =
      reader.wide(prefix + "conv2", stage.middle, stage.middle, stage.groups, kernel, stride);
  block.last = reader.narrow(prefix + "conv3", stage.channels, stage.middle);
  block.squeeze = reader.linear(prefix + "se_fc1", stage.channels / 2, stage.channels);
  block.squeeze.after = Activation::swish;
  block.excite = reader.linear(prefix + "se_fc2", stage.channels, stage.channels / 2);
  block.excite.after = Activation::sigmoid;
  return block;
}

/// Chooses a convolution's method for inputs of `length` samples, which becomes its outputs'
/// length.
void chooseMethod(Convolution& convolution, std::size_t& length) {
  if (winogradSuits(convolution, length)) {
    convolution.planes = winogradWeights(convolution);
    convolution.layer.weights.free();
  }
  if (convolution.stride == 2) length = halved(length);
}

/// What a description has to keep to so that its layers fit one another.
void check(const OnnxInfo& info, std::size_t tensors) {
  const auto bad = [](const std::string& what) {
    throw ModelError("bad-description",
                     "The model describes a network " + what + ": convert the checkpoint again.");
  };
  if (info.windowSamples > longestWindow) bad("of windows longer than a million samples");
  if (info.net.stages.empty()) bad("without stages");
  std::size_t blocks = 0;
  int in = info.net.baseFilters;
  for (const Net1DStage& stage : info.net.stages) {
    if (stage.middle % stage.groups != 0) bad("whose channels its groups do not divide");
    if (stage.channels < in) bad("whose channels become fewer");
    if (stage.channels < 2) bad("with a single channel, which cannot be squeezed");
    in = stage.channels;
    blocks += size(stage.blocks);
  }
  if (blocks > tensors) bad("of more blocks than it has tensors");
}

}  // namespace

Net1DModel::Net1DModel(const ByteSource& onnx) : info_(readOnnxInfo(onnx)) {
  const OnnxWeights weights(onnx);
  check(info_, weights.size());
  const Net1D& shape = net();
  const LayerReader reader(weights);
  first_ = reader.wide("first_conv", shape.baseFilters, shape.leads, 1, shape.kernel, 2);
  std::size_t length = samples();
  chooseMethod(first_, length);
  int in = shape.baseFilters;
  for (std::size_t s = 0; s < shape.stages.size(); ++s)
    for (int b = 0; b < shape.stages[s].blocks; ++b) {
      blocks_.push_back(
          readBlock(reader, blockPrefix(s, b), shape.stages[s], in, shape.kernel, b == 0 ? 2 : 1));
      chooseMethod(blocks_.back().wide, length);
      in = shape.stages[s].channels;
    }
  blocks_.front().narrow.before = Activation::none;
  dense_ = reader.linear("dense", shape.classes, shape.features());
}

std::size_t Net1DModel::weightBytes() const {
  const auto bytesOf = [](const Convolution& convolution) {
    return convolution.layer.weights.bytes() + convolution.planes.size() * sizeof(float);
  };
  std::size_t bytes = bytesOf(first_) + dense_.weights.bytes();
  for (const Net1DBlock& block : blocks_) {
    bytes += bytesOf(block.wide);
    for (const Layer* layer : {&block.narrow, &block.last, &block.squeeze, &block.excite})
      bytes += layer->weights.bytes();
  }
  return bytes;
}

std::size_t Net1DModel::largestStrip() const {
  std::size_t largest = std::max(first_.layer.weights.stripSize(), dense_.weights.stripSize());
  for (const Net1DBlock& block : blocks_)
    for (const Layer* layer :
         {&block.narrow, &block.wide.layer, &block.last, &block.squeeze, &block.excite})
      largest = std::max(largest, layer->weights.stripSize());
  return largest;
}

}  // namespace founder
