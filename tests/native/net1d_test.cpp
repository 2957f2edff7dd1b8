#include <doctest/doctest.h>

#include <cmath>
#include <set>

#include "tests/support/golden_case.h"
#include "tests/support/net1d_reference.h"
#include "tests/support/onnx_interpreter.h"
#include "tests/support/random_weights.h"

namespace {

using namespace founder;
using namespace founder::test;

GoldenCase golden(const std::string& name) {
  return loadGoldenCase(ECG_SOURCE_DIR "/tests/golden/model/" + name + ".json");
}

// The reference's logits and features of all windows.
Net1DOutputs reference(const GoldenCase& test, Trap trap = Trap::none) {
  const std::vector<float> input =
      randomInput(test.windows, static_cast<std::size_t>(test.net.leads), test.samples);
  const std::size_t each = input.size() / test.windows;
  Net1DOutputs all;
  for (std::size_t w = 0; w < test.windows; ++w) {
    const auto begin = input.begin() + static_cast<std::ptrdiff_t>(w * each);
    const Net1DOutputs one = runNet1D(test.net, generatedWeights,
                                      {begin, begin + static_cast<std::ptrdiff_t>(each)}, trap);
    all.logits.insert(all.logits.end(), one.logits.begin(), one.logits.end());
    all.features.insert(all.features.end(), one.features.begin(), one.features.end());
    all.timeMap.insert(all.timeMap.end(), one.timeMap.begin(), one.timeMap.end());
    all.timeSteps = one.timeSteps;
  }
  return all;
}

std::map<std::string, Array> runGraph(const GoldenCase& test, const std::string& onnx) {
  const std::vector<float> input =
      randomInput(test.windows, static_cast<std::size_t>(test.net.leads), test.samples);
  const Array ecg = {{static_cast<std::int64_t>(test.windows), test.net.leads,
                      static_cast<std::int64_t>(test.samples)},
                     {input.begin(), input.end()}};
  return runOnnx(parseOnnx(onnx), ecg);
}

}  // namespace

TEST_CASE("the tensor list of the release has 509 tensors and 30.75 million weights") {
  const Net1D net = makeNet1D({});
  const std::vector<TensorShape> tensors = tensorList(net);
  CHECK(tensors.size() == 509);
  std::uint64_t used = 0;
  std::set<std::string> names;
  for (const TensorShape& tensor : tensors) {
    names.insert(tensor.name);
    if (tensor.name.find("bn") == std::string::npos)
      used += countElements(tensor.name, tensor.shape);
  }
  CHECK(names.size() == 509);
  CHECK(used == 30752646);
  CHECK(net.features() == 1024);
  CHECK(timeSteps(net, 5000) == 20);
  CHECK(tensors.front().name == "first_conv.conv.weight");
  CHECK(tensors.back().name == "dense.bias");
}

TEST_CASE("SAME padding is asymmetric and follows the actual length") {
  CHECK(samePadding(5000, 16, 2).left == 7);
  CHECK(samePadding(5000, 16, 2).right == 7);
  CHECK(samePadding(625, 16, 2).left == 7);
  CHECK(samePadding(625, 16, 2).right == 8);
  CHECK(samePadding(625, 16, 1).left == 7);
  CHECK(samePadding(625, 16, 1).right == 8);
  CHECK(samePadding(10, 1, 1).right == 0);
  CHECK(samePadding(10, 1, 2).right == 0);
}

TEST_CASE("the plain reference agrees with PyTorch in float64") {
  for (const char* name : smallGoldenCases) {
    CAPTURE(name);
    const GoldenCase test = golden(name);
    CHECK(tensorList(test.net).size() == test.tensors);
    const Net1DOutputs out = reference(test);
    CHECK(largestDifference(out.logits, test.logits) < 1e-9);
    CHECK(largestDifference(out.features, test.features) < 1e-9);
    CHECK(out.timeSteps == test.timeSteps);
    CHECK(largestDifference(everyNth(out.timeMap, test.timeMapStep), test.timeMap) < 1e-9);
  }
}

TEST_CASE("each known trap would be seen in the golden vectors") {
  const GoldenCase test = golden("small_full_lengths");
  const std::pair<const char*, Trap> traps[] = {
      {"symmetric padding", Trap::symmetricPadding},
      {"pool without zero", Trap::poolWithoutZero},
      {"pool drops the last sample", Trap::poolDropsLast},
      {"BatchNorm used", Trap::batchNorm},
      {"channel padding ceil before", Trap::channelPaddingCeil},
      {"Swish in the first block", Trap::swishInFirstBlock},
      {"no Swish in later blocks", Trap::noSwishInLaterBlocks}};
  for (const auto& trap : traps) {
    CAPTURE(trap.first);
    CHECK(largestDifference(reference(test, trap.second).logits, test.logits) > 1e-4);
  }
}

TEST_CASE("the ONNX graph agrees with PyTorch in float64") {
  for (const char* name : smallGoldenCases) {
    CAPTURE(name);
    const GoldenCase test = golden(name);
    const std::map<std::string, Array> out = runGraph(test, goldenOnnx(test, WeightType::fp32));
    CHECK(largestDifference(out.at("logits").values, test.logits) < 1e-9);
    CHECK(largestDifference(out.at("features").values, test.features) < 1e-9);
    const Array& map = out.at("time_map");
    CHECK(map.shape == std::vector<std::int64_t>{static_cast<std::int64_t>(test.windows),
                                                 test.net.classes,
                                                 static_cast<std::int64_t>(test.timeSteps)});
    CHECK(largestDifference(everyNth(map.values, test.timeMapStep), test.timeMap) < 1e-9);
  }
}

TEST_CASE("the time map sums to the logits") {
  const GoldenCase test = golden("small_groups");
  const std::map<std::string, Array> out = runGraph(test, goldenOnnx(test, WeightType::fp32));
  std::vector<double> sums(test.logits.size());
  const std::vector<double>& map = out.at("time_map").values;
  for (std::size_t i = 0; i < map.size(); ++i) sums[i / test.timeSteps] += map[i];
  CHECK(largestDifference(sums, out.at("logits").values) < 1e-9);
}

TEST_CASE("half precision storage moves the logits by less than 0.3% of their spread") {
  const GoldenCase test = golden("small_full_lengths");
  const std::map<std::string, Array> out = runGraph(test, goldenOnnx(test, WeightType::fp16));
  CHECK(largestDifference(out.at("logits").values, test.logits) < 0.003 * 0.82);
  CHECK(largestDifference(out.at("logits").values, test.logits) > 1e-7);
}

// ONNX Runtime folds a Pad in time into the pool or convolution after it, wrongly for a pool.
TEST_CASE("no Pad reaches a pool or a convolution, and none touches the time axis") {
  const GoldenCase test = golden("small_full_lengths");
  const OnnxModel model = parseOnnx(goldenOnnx(test, WeightType::fp32));
  std::set<std::string> padded;
  for (const OnnxNode& node : model.nodes) {
    for (const std::string& input : node.inputs)
      if (padded.count(input) != 0) CHECK(node.op == "Add");
    if (node.op != "Pad") continue;
    padded.insert(node.output);
    const std::vector<double>& pads = model.initializers.at(node.inputs[1]).values;
    CHECK(pads[2] + pads[5] == 0);
  }
  CHECK(padded.size() == 3);
}
