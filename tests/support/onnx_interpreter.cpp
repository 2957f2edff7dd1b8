#include "tests/support/onnx_interpreter.h"

#include <algorithm>
#include <cmath>
#include <functional>
#include <stdexcept>

namespace founder::test {
namespace {

using Inputs = std::vector<const Array*>;

Array sized(std::vector<std::int64_t> shape) {
  std::size_t count = 1;
  for (const std::int64_t size : shape) count *= static_cast<std::size_t>(size);
  return {std::move(shape), std::vector<double>(count)};
}

// An element of an array of three dimensions.
template <class A>
auto& at(A& array, std::int64_t n, std::int64_t c, std::int64_t t) {
  return array.values[static_cast<std::size_t>((n * array.shape[1] + c) * array.shape[2] + t)];
}

void forEach(const Array& array,
             const std::function<void(std::int64_t, std::int64_t, std::int64_t)>& visit) {
  for (std::int64_t n = 0; n < array.shape[0]; ++n)
    for (std::int64_t c = 0; c < array.shape[1]; ++c)
      for (std::int64_t t = 0; t < array.shape[2]; ++t) visit(n, c, t);
}

Array map(const Array& x, const std::function<double(double)>& f) {
  Array y = x;
  for (double& value : y.values) value = f(value);
  return y;
}

// Elementwise; the second input may have one time step, or be a scalar.
Array combine(const Inputs& in, const std::function<double(double, double)>& f) {
  Array y = *in[0];
  const Array& other = *in[1];
  if (other.shape.empty()) return map(y, [&](double x) { return f(x, other.values[0]); });
  if (other.values.size() == y.values.size()) {
    for (std::size_t i = 0; i < y.values.size(); ++i) y.values[i] = f(y.values[i], other.values[i]);
    return y;
  }
  if (other.shape.at(2) != 1) throw std::runtime_error("a broadcast that is not written");
  forEach(y,
          [&](auto n, auto c, auto t) { at(y, n, c, t) = f(at(y, n, c, t), at(other, n, c, 0)); });
  return y;
}

Array conv(const OnnxNode& node, const Inputs& in) {
  const Array &x = *in[0], &w = *in[1], &b = *in[2];
  const auto attribute = [&](const char* name, std::size_t i, std::int64_t otherwise) {
    const auto found = node.attributes.find(name);
    return found == node.attributes.end() ? otherwise : found->second.at(i);
  };
  const std::int64_t stride = attribute("strides", 0, 1), groups = attribute("group", 0, 1);
  const std::int64_t left = attribute("pads", 0, 0), right = attribute("pads", 1, 0);
  const std::int64_t length = (x.shape[2] + left + right - w.shape[2]) / stride + 1;
  Array y = sized({x.shape[0], w.shape[0], length});
  forEach(y, [&](auto n, auto o, auto t) {
    double sum = b.values[static_cast<std::size_t>(o)];
    const std::int64_t first = o / (w.shape[0] / groups) * w.shape[1];
    for (std::int64_t i = 0; i < w.shape[1]; ++i)
      for (std::int64_t k = 0; k < w.shape[2]; ++k) {
        const std::int64_t from = t * stride - left + k;
        if (from >= 0 && from < x.shape[2]) sum += at(w, o, i, k) * at(x, n, first + i, from);
      }
    at(y, n, o, t) = sum;
  });
  return y;
}

Array gemm(const OnnxNode&, const Inputs& in) {
  const Array &x = *in[0], &w = *in[1];
  const auto width = static_cast<std::size_t>(x.shape[1]);
  Array y = sized({x.shape[0], w.shape[0]});
  for (std::size_t i = 0; i < y.values.size(); ++i) {
    const std::size_t out = i % static_cast<std::size_t>(w.shape[0]);
    const std::size_t row = i / static_cast<std::size_t>(w.shape[0]);
    y.values[i] = in[2]->values[out];
    for (std::size_t k = 0; k < width; ++k)
      y.values[i] += x.values[row * width + k] * w.values[out * width + k];
  }
  return y;
}

Array maxPool(const OnnxNode&, const Inputs& in) {
  Array y = sized({in[0]->shape[0], in[0]->shape[1], in[0]->shape[2] / 2});
  forEach(y, [&](auto n, auto c, auto t) {
    at(y, n, c, t) = std::max(at(*in[0], n, c, 2 * t), at(*in[0], n, c, 2 * t + 1));
  });
  return y;
}

Array mean(const OnnxNode&, const Inputs& in) {
  const Array& x = *in[0];
  Array y = sized({x.shape[0], x.shape[1]});
  forEach(x, [&](auto n, auto c, auto t) {
    y.values[static_cast<std::size_t>(n * x.shape[1] + c)] +=
        at(x, n, c, t) / static_cast<double>(x.shape[2]);
  });
  return y;
}

Array pad(const OnnxNode&, const Inputs& in) {
  const Array& x = *in[0];
  const std::vector<double>& pads = in[1]->values;
  const auto before = static_cast<std::int64_t>(pads[1]),
             after = static_cast<std::int64_t>(pads[4]);
  if (pads[0] != 0 || pads[2] != 0 || pads[3] != 0 || pads[5] != 0)
    throw std::runtime_error("only channels are padded");
  Array y = sized({x.shape[0], before + x.shape[1] + after, x.shape[2]});
  forEach(x, [&](auto n, auto c, auto t) { at(y, n, before + c, t) = at(x, n, c, t); });
  return y;
}

Array slice(const OnnxNode&, const Inputs& in) {
  const auto from = static_cast<std::int64_t>(in[1]->values[0]);
  const auto to = static_cast<std::int64_t>(in[2]->values[0]);
  Array y = sized({in[0]->shape[0], in[0]->shape[1], to - from});
  forEach(y, [&](auto n, auto c, auto t) { at(y, n, c, t) = at(*in[0], n, c, from + t); });
  return y;
}

Array concat(const OnnxNode&, const Inputs& in) {
  const Array &a = *in[0], &b = *in[1];
  Array y = sized({a.shape[0], a.shape[1], a.shape[2] + b.shape[2]});
  forEach(a, [&](auto n, auto c, auto t) { at(y, n, c, t) = at(a, n, c, t); });
  forEach(b, [&](auto n, auto c, auto t) { at(y, n, c, a.shape[2] + t) = at(b, n, c, t); });
  return y;
}

Array unsqueeze(const OnnxNode&, const Inputs& in) {
  Array y = *in[0];
  y.shape.push_back(1);
  return y;
}

using Operator = std::function<Array(const OnnxNode&, const Inputs&)>;

const std::map<std::string, Operator>& operators() {
  static const std::map<std::string, Operator> table = {
      {"Conv", conv},
      {"Gemm", gemm},
      {"MaxPool", maxPool},
      {"ReduceMean", mean},
      {"Pad", pad},
      {"Slice", slice},
      {"Concat", concat},
      {"Unsqueeze", unsqueeze},
      {"Cast", [](auto&, const Inputs& in) { return *in[0]; }},
      {"Relu",
       [](auto&, auto& in) { return map(*in[0], [](double x) { return std::max(x, 0.0); }); }},
      {"Sigmoid",
       [](auto&, auto& in) {
         return map(*in[0], [](double x) { return 1 / (1 + std::exp(-x)); });
       }},
      {"Mul", [](auto&, auto& in) { return combine(in, std::multiplies<double>()); }},
      {"Add", [](auto&, auto& in) { return combine(in, std::plus<double>()); }},
      {"Div", [](auto&, auto& in) { return combine(in, std::divides<double>()); }}};
  return table;
}

}  // namespace

std::map<std::string, Array> runOnnx(const OnnxModel& model, const Array& ecg) {
  std::map<std::string, Array> values = model.initializers;
  values["ecg"] = ecg;
  for (const OnnxNode& node : model.nodes) {
    Inputs inputs;
    for (const std::string& name : node.inputs) inputs.push_back(&values.at(name));
    values[node.output] = operators().at(node.op)(node, inputs);
  }
  return values;
}

}  // namespace founder::test
