#include "tests/support/net1d_reference.h"

#include <algorithm>
#include <cmath>

#include "tests/support/random_weights.h"

namespace founder::test {
namespace {

using Shape = std::vector<std::uint64_t>;

// A signal [channels, length].
struct Signal {
  int channels = 0;
  int length = 0;
  std::vector<double> values;

  Signal(int c, int n) : channels(c), length(n), values(static_cast<std::size_t>(c) * n) {}
  double& at(int c, int t) { return values[static_cast<std::size_t>(c) * length + t]; }
  double at(int c, int t) const { return values[static_cast<std::size_t>(c) * length + t]; }
};

struct Layer {
  std::string name;
  int out, in, kernel = 1, stride = 1, groups = 1;
};

double sigmoid(double x) { return 1 / (1 + std::exp(-x)); }

Signal swish(Signal x) {
  for (double& value : x.values) value *= sigmoid(value);
  return x;
}

class Reference {
 public:
  Reference(const Net1D& net, const WeightFunction& weights, Trap trap)
      : net_(net), weights_(weights), trap_(trap) {}
  Net1DOutputs run(const std::vector<double>& input) const;

 private:
  Signal convolve(const Signal& x, const Layer& layer) const;
  Signal normalise(Signal x, const std::string& name) const;
  std::vector<double> linear(const std::vector<double>& x, const std::string& name, int out) const;
  void excite(Signal& x, const std::string& prefix) const;
  Signal identity(const Signal& x, bool pool, int channels) const;
  Signal block(const Signal& x, std::size_t stage, int index) const;

  const Net1D& net_;
  const WeightFunction& weights_;
  Trap trap_;
};

Signal Reference::convolve(const Signal& x, const Layer& layer) const {
  const int perGroup = layer.in / layer.groups;
  const auto dim = [](int size) { return static_cast<std::uint64_t>(size); };
  const std::vector<float> w =
      weights_(layer.name + ".conv.weight", {dim(layer.out), dim(perGroup), dim(layer.kernel)});
  const std::vector<float> b = weights_(layer.name + ".conv.bias", {dim(layer.out)});
  const int length = (x.length + layer.stride - 1) / layer.stride;
  const int padding = std::max(0, (length - 1) * layer.stride + layer.kernel - x.length);
  const int left = trap_ == Trap::symmetricPadding ? padding - padding / 2 : padding / 2;
  Signal y(layer.out, length);
  for (int o = 0; o < layer.out; ++o) {
    const int firstIn = o / (layer.out / layer.groups) * perGroup;
    for (int t = 0; t < length; ++t) {
      const int start = t * layer.stride - left;
      double sum = b[o];
      for (int i = 0; i < perGroup; ++i) {
        const float* row = &w[(static_cast<std::size_t>(o) * perGroup + i) * layer.kernel];
        for (int k = std::max(0, -start); k < std::min(layer.kernel, x.length - start); ++k)
          sum += row[k] * x.at(firstIn + i, start + k);
      }
      y.at(o, t) = sum;
    }
  }
  return y;
}

// What BatchNorm would do in evaluation mode, if upstream used it.
Signal Reference::normalise(Signal x, const std::string& name) const {
  if (trap_ != Trap::batchNorm) return x;
  const Shape shape = {static_cast<std::uint64_t>(x.channels)};
  const std::vector<float> scale = weights_(name + ".weight", shape),
                           shift = weights_(name + ".bias", shape),
                           mean = weights_(name + ".running_mean", shape),
                           variance = weights_(name + ".running_var", shape);
  for (int c = 0; c < x.channels; ++c)
    for (int t = 0; t < x.length; ++t)
      x.at(c, t) = (x.at(c, t) - mean[c]) / std::sqrt(variance[c] + 1e-5) * scale[c] + shift[c];
  return x;
}

std::vector<double> Reference::linear(const std::vector<double>& x, const std::string& name,
                                      int out) const {
  const auto rows = static_cast<std::uint64_t>(out);
  const std::vector<float> w = weights_(name + ".weight", {rows, x.size()});
  const std::vector<float> b = weights_(name + ".bias", {rows});
  std::vector<double> y(b.begin(), b.end());
  for (std::size_t o = 0; o < y.size(); ++o)
    for (std::size_t i = 0; i < x.size(); ++i) y[o] += w[o * x.size() + i] * x[i];
  return y;
}

std::vector<double> meanOverTime(const Signal& x) {
  std::vector<double> mean(static_cast<std::size_t>(x.channels));
  for (int c = 0; c < x.channels; ++c) {
    for (int t = 0; t < x.length; ++t) mean[c] += x.at(c, t);
    mean[c] /= x.length;
  }
  return mean;
}

void Reference::excite(Signal& x, const std::string& prefix) const {
  std::vector<double> squeezed = linear(meanOverTime(x), prefix + "se_fc1", x.channels / 2);
  for (double& value : squeezed) value *= sigmoid(value);
  const std::vector<double> scale = linear(squeezed, prefix + "se_fc2", x.channels);
  for (int c = 0; c < x.channels; ++c)
    for (int t = 0; t < x.length; ++t) x.at(c, t) *= sigmoid(scale[c]);
}

Signal Reference::identity(const Signal& x, bool pool, int channels) const {
  Signal y(channels, pool ? (x.length + 1) / 2 : x.length);
  const int added = channels - x.channels;
  const int before = trap_ == Trap::channelPaddingCeil ? added - added / 2 : added / 2;
  for (int c = 0; c < x.channels; ++c)
    for (int t = 0; t < y.length; ++t) {
      if (!pool) {
        y.at(before + c, t) = x.at(c, t);
      } else if (2 * t + 1 < x.length) {
        y.at(before + c, t) = std::max(x.at(c, 2 * t), x.at(c, 2 * t + 1));
      } else if (trap_ == Trap::poolDropsLast && t > 0) {
        y.at(before + c, t) = y.at(before + c, t - 1);
      } else {
        const double last = x.at(c, 2 * t);
        y.at(before + c, t) = trap_ == Trap::poolWithoutZero ? last : std::max(last, 0.0);
      }
    }
  return y;
}

Signal Reference::block(const Signal& x, std::size_t stage, int index) const {
  const Net1DStage& shape = net_.stages[stage];
  const std::string prefix = blockPrefix(stage, index);
  const bool veryFirst = stage == 0 && index == 0, pool = index == 0;
  bool active = !veryFirst;
  if (trap_ == Trap::swishInFirstBlock) active = true;
  if (trap_ == Trap::noSwishInLaterBlocks) active = false;
  Signal out = active ? swish(normalise(x, prefix + "bn1")) : x;
  out = convolve(out, {prefix + "conv1", shape.middle, x.channels});
  out = swish(normalise(std::move(out), prefix + "bn2"));
  out = convolve(
      out, {prefix + "conv2", shape.middle, shape.middle, net_.kernel, pool ? 2 : 1, shape.groups});
  out = swish(normalise(std::move(out), prefix + "bn3"));
  out = convolve(out, {prefix + "conv3", shape.channels, shape.middle});
  excite(out, prefix);
  const Signal added = identity(x, pool, shape.channels);
  for (std::size_t i = 0; i < out.values.size(); ++i) out.values[i] += added.values[i];
  return out;
}

Net1DOutputs Reference::run(const std::vector<double>& input) const {
  Signal x(net_.leads, static_cast<int>(input.size()) / net_.leads);
  x.values = input;
  x = convolve(x, {"first_conv", net_.baseFilters, net_.leads, net_.kernel, 2});
  x = swish(normalise(std::move(x), "first_bn"));
  for (std::size_t s = 0; s < net_.stages.size(); ++s)
    for (int b = 0; b < net_.stages[s].blocks; ++b) x = block(x, s, b);
  Net1DOutputs out;
  out.features = meanOverTime(x);
  out.logits = linear(out.features, "dense", net_.classes);
  out.timeSteps = static_cast<std::size_t>(x.length);
  out.timeMap.resize(out.logits.size() * out.timeSteps);
  for (int t = 0; t < x.length; ++t) {
    std::vector<double> column;
    for (int c = 0; c < x.channels; ++c) column.push_back(x.at(c, t));
    const std::vector<double> share = linear(column, "dense", net_.classes);
    for (std::size_t k = 0; k < share.size(); ++k)
      out.timeMap[k * out.timeSteps + static_cast<std::size_t>(t)] = share[k] / x.length;
  }
  return out;
}

}  // namespace

Net1DOutputs runNet1D(const Net1D& net, const WeightFunction& weights,
                      const std::vector<double>& input, Trap trap) {
  return Reference(net, weights, trap).run(input);
}

std::vector<float> generatedWeights(const std::string& name,
                                    const std::vector<std::uint64_t>& shape) {
  std::size_t count = 1;
  for (const std::uint64_t size : shape) count *= static_cast<std::size_t>(size);
  std::vector<float> values(count);
  randomWeights(name, shape, 0, count, values.data());
  return values;
}

}  // namespace founder::test
