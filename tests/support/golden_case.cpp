#include "tests/support/golden_case.h"

#include <fstream>
#include <nlohmann/json.hpp>

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

}  // namespace founder::test
