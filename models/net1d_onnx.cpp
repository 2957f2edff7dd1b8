#include "models/net1d_onnx.h"

namespace founder {
namespace {

using Attributes = OnnxGraph::Attributes;

struct Signal {
  std::string name;
  std::uint64_t length = 0;  ///< time steps
  int channels = 0;
};

struct Convolution {
  int out = 0, kernel = 1, stride = 1, groups = 1;
};

class Net1DGraph {
 public:
  Net1DGraph(const Net1D& net, const Checkpoint& checkpoint, WeightType type)
      : net_(net), checkpoint_(checkpoint), type_(type) {}
  OnnxGraph build(std::uint64_t samples);

 private:
  std::string weight(const std::string& name);
  std::string bias(const std::string& name);
  Signal convolve(const Signal& in, const std::string& name, const Convolution& shape);
  Signal swish(const Signal& in, const std::string& name);
  std::string linear(const std::string& in, const std::string& name, const std::string& out);
  Signal excite(const Signal& in, const std::string& prefix);
  Signal pool(const Signal& in, const std::string& prefix);
  Signal widen(const Signal& in, const std::string& prefix, int channels);
  Signal block(const Signal& in, std::size_t stage, int index);
  void head(const Signal& map);

  const Net1D& net_;
  const Checkpoint& checkpoint_;
  WeightType type_;
  OnnxGraph graph_;
};

std::string Net1DGraph::weight(const std::string& name) {
  const Tensor* tensor = checkpoint_.find(name + ".weight");
  return graph_.weight({tensor, tensor->shape, type_});
}

// Biases are a thousandth of the weights: half precision would save nothing and cost a Cast each.
std::string Net1DGraph::bias(const std::string& name) {
  const Tensor* tensor = checkpoint_.find(name + ".bias");
  return graph_.weight({tensor, tensor->shape, WeightType::fp32});
}

Signal Net1DGraph::convolve(const Signal& in, const std::string& name, const Convolution& shape) {
  const Padding padding = samePadding(in.length, shape.kernel, shape.stride);
  Attributes attributes;
  attributes.list("kernel_shape", {shape.kernel})
      .list("strides", {shape.stride})
      .list("pads",
            {static_cast<std::int64_t>(padding.left), static_cast<std::int64_t>(padding.right)})
      .integer("group", shape.groups);
  graph_.node("Conv", {in.name, weight(name + ".conv"), bias(name + ".conv")}, name, attributes);
  const auto stride = static_cast<std::uint64_t>(shape.stride);
  return {name, (in.length + stride - 1) / stride, shape.out};
}

Signal Net1DGraph::swish(const Signal& in, const std::string& name) {
  const std::string gate = graph_.node("Sigmoid", {in.name}, name + ".sigmoid");
  return {graph_.node("Mul", {in.name, gate}, name), in.length, in.channels};
}

std::string Net1DGraph::linear(const std::string& in, const std::string& name,
                               const std::string& out) {
  return graph_.node("Gemm", {in, weight(name), bias(name)}, out,
                     Attributes().integer("transB", 1));
}

Signal Net1DGraph::excite(const Signal& in, const std::string& prefix) {
  const Attributes overTime = Attributes().list("axes", {2}).integer("keepdims", 0);
  const std::string mean = graph_.node("ReduceMean", {in.name}, prefix + "se.mean", overTime);
  const std::string squeezed = linear(mean, prefix + "se_fc1", prefix + "se_fc1");
  const Signal active = swish({squeezed, 1, 0}, prefix + "se.swish");
  const std::string excited = linear(active.name, prefix + "se_fc2", prefix + "se_fc2");
  const std::string gate = graph_.node("Sigmoid", {excited}, prefix + "se.gate");
  const std::string scale = graph_.node("Unsqueeze", {gate, "axis_time"}, prefix + "se.scale");
  return {graph_.node("Mul", {in.name, scale}, prefix + "se"), in.length, in.channels};
}

// Upstream pads one zero on the right and then pools by two: at an odd length the last output is
// max(x, 0), and at an even one the zero falls outside.
Signal Net1DGraph::pool(const Signal& in, const std::string& prefix) {
  const std::string name = prefix + "max_pool";
  const Signal out{name, halved(in.length), in.channels};
  const Attributes byTwo = Attributes().list("kernel_shape", {2}).list("strides", {2});
  if (in.length == 1) {
    graph_.node("Relu", {in.name}, name);
  } else if (in.length % 2 == 0) {
    graph_.node("MaxPool", {in.name}, name, byTwo);
  } else {
    const auto length = static_cast<std::int64_t>(in.length);
    const std::string pairs = graph_.node("MaxPool", {in.name}, name + ".pairs", byTwo);
    const std::string from = graph_.constant(name + ".from", {length - 1});
    const std::string to = graph_.constant(name + ".to", {length});
    const std::string last = graph_.node("Slice", {in.name, from, to, "axis_time"}, name + ".last");
    const std::string clipped = graph_.node("Relu", {last}, name + ".clipped");
    graph_.node("Concat", {pairs, clipped}, name, Attributes().integer("axis", 2));
  }
  return out;
}

Signal Net1DGraph::widen(const Signal& in, const std::string& prefix, int channels) {
  const int added = channels - in.channels, before = added / 2;
  const std::string pads =
      graph_.constant(prefix + "identity.pads", {0, before, 0, 0, added - before, 0});
  return {graph_.node("Pad", {in.name, pads}, prefix + "identity"), in.length, channels};
}

Signal Net1DGraph::block(const Signal& in, std::size_t stage, int index) {
  const Net1DStage& shape = net_.stages[stage];
  const std::string prefix = blockPrefix(stage, index);
  const bool veryFirst = stage == 0 && index == 0;
  const int stride = index == 0 ? 2 : 1;
  Signal out = veryFirst ? in : swish(in, prefix + "swish1");
  out = convolve(out, prefix + "conv1", {shape.middle});
  out = swish(out, prefix + "swish2");
  out = convolve(out, prefix + "conv2", {shape.middle, net_.kernel, stride, shape.groups});
  out = swish(out, prefix + "swish3");
  out = convolve(out, prefix + "conv3", {shape.channels});
  out = excite(out, prefix);
  Signal identity = index == 0 ? pool(in, prefix) : in;
  if (identity.channels < shape.channels) identity = widen(identity, prefix, shape.channels);
  return {graph_.node("Add", {out.name, identity.name}, prefix + "out"), out.length,
          shape.channels};
}

void Net1DGraph::head(const Signal& map) {
  const auto classes = static_cast<std::uint64_t>(net_.classes);
  const Attributes overTime = Attributes().list("axes", {2}).integer("keepdims", 0);
  graph_.node("ReduceMean", {map.name}, "features", overTime);
  const std::string weights = weight("dense"), biases = bias("dense");
  graph_.node("Gemm", {"features", weights, biases}, "logits", Attributes().integer("transB", 1));
  const std::string wide = graph_.node("Unsqueeze", {weights, "axis_time"}, "dense.kernel");
  const std::string shares = graph_.node("Conv", {map.name, wide, biases}, "time_map.sum",
                                         Attributes().list("kernel_shape", {1}));
  const std::string steps = graph_.scalar("time_steps", static_cast<float>(map.length));
  graph_.node("Div", {shares, steps}, "time_map");
  graph_.output("logits", {classes});
  graph_.output("features", {static_cast<std::uint64_t>(net_.features())});
  graph_.output("time_map", {classes, map.length});
}

OnnxGraph Net1DGraph::build(std::uint64_t samples) {
  graph_.input("ecg", {static_cast<std::uint64_t>(net_.leads), samples});
  graph_.constant("axis_time", {2});
  Signal signal{"ecg", samples, net_.leads};
  signal = convolve(signal, "first_conv", {net_.baseFilters, net_.kernel, 2});
  signal = swish(signal, "first_swish");
  for (std::size_t s = 0; s < net_.stages.size(); ++s)
    for (int b = 0; b < net_.stages[s].blocks; ++b) signal = block(signal, s, b);
  head(signal);
  return std::move(graph_);
}

}  // namespace

OnnxGraph buildNet1DGraph(const Net1D& net, const Checkpoint& checkpoint, WeightType type,
                          std::uint64_t samples) {
  return Net1DGraph(net, checkpoint, type).build(samples);
}

}  // namespace founder
