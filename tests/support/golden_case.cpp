#include "tests/support/golden_case.h"

#include <algorithm>
#include <cmath>
#include <fstream>
#include <limits>
#include <nlohmann/json.hpp>

#include "models/memory_bytes.h"
#include "models/onnx_writer.h"
#include "tests/support/checkpoint_writer.h"

namespace founder::test {

GoldenCase loadGoldenCase(const std::string& path) {
  std::ifstream file(path);
  const nlohmann::json json = nlohmann::json::parse(file);
  const nlohmann::json& config = json.at("config");
  Net1DConfig upstream;
  upstream.leads = config.at("leads");
  upstream.baseFilters = config.at("baseFilters");
  upstream.ratio = config.at("ratio");
  upstream.filters = config.at("filters").get<std::vector<int>>();
  upstream.blocks = config.at("blocks").get<std::vector<int>>();
  upstream.kernel = config.at("kernel");
  upstream.groupWidth = config.at("groupWidth");
  upstream.classes = config.at("classes");
  GoldenCase out;
  out.name = path.substr(path.rfind('/') + 1);
  out.net = makeNet1D(upstream);
  out.samples = config.at("samples");
  out.windows = json.at("windows");
  out.tensors = json.at("tensors");
  out.logits = json.at("logits").get<std::vector<double>>();
  out.features = json.at("features").get<std::vector<double>>();
  out.timeSteps = json.at("timeSteps");
  out.timeMap = json.at("timeMap").get<std::vector<double>>();
  out.timeMapStep = json.at("timeMapStep");
  return out;
}

std::string goldenOnnx(const GoldenCase& test, WeightType type) {
  CheckpointSpec spec;
  spec.net = test.net;
  spec.optimizer = false;
  MemorySink file;
  writeTorchCheckpoint(spec, file);
  const MemorySource source(file.bytes.data(), file.bytes.size());
  OnnxOptions options;
  options.weights = type;
  options.inputSamples = test.samples;
  MemorySink onnx;
  writeOnnx(openCheckpoint(source), options, onnx);
  return {onnx.bytes.begin(), onnx.bytes.end()};
}

std::vector<double> everyNth(const std::vector<double>& values, std::size_t step) {
  std::vector<double> out;
  for (std::size_t i = 0; i < values.size(); i += step) out.push_back(values[i]);
  return out;
}

double largestDifference(const std::vector<double>& a, const std::vector<double>& b) {
  if (a.size() != b.size()) return std::numeric_limits<double>::infinity();
  double most = 0;
  for (std::size_t i = 0; i < a.size(); ++i) most = std::max(most, std::abs(a[i] - b[i]));
  return most;
}

}  // namespace founder::test
