#include <nlohmann/json.hpp>

#include "models/error.h"
#include "models/net1d_description.h"

namespace founder {
namespace {

using nlohmann::ordered_json;

[[noreturn]] void bad() {
  throw ModelError("bad-description",
                   "The model's description of its own network cannot be read: convert the "
                   "checkpoint again.");
}

int number(const ordered_json& object, const char* key) {
  const auto found = object.find(key);
  if (found == object.end() || !found->is_number_integer()) bad();
  const auto value = found->get<std::int64_t>();
  if (value < 1 || value > 65536) bad();
  return static_cast<int>(value);
}

}  // namespace

std::string net1DToJson(const Net1D& net) {
  ordered_json out = {{"leads", net.leads},
                      {"baseFilters", net.baseFilters},
                      {"kernel", net.kernel},
                      {"classes", net.classes},
                      {"stages", ordered_json::array()}};
  for (const Net1DStage& stage : net.stages)
    out["stages"].push_back({{"channels", stage.channels},
                             {"middle", stage.middle},
                             {"groups", stage.groups},
                             {"blocks", stage.blocks}});
  return out.dump();
}

Net1D net1DFromJson(const std::string& text) {
  const auto shallow = [](int depth, ordered_json::parse_event_t, ordered_json&) {
    if (depth > 4) bad();
    return true;
  };
  const ordered_json in =
      ordered_json::parse(text.size() <= 65536 ? text : "", shallow, /*allow_exceptions=*/false);
  if (!in.is_object() || !in.contains("stages") || !in["stages"].is_array() ||
      in["stages"].size() > 32)
    bad();
  Net1D net;
  net.leads = number(in, "leads");
  net.baseFilters = number(in, "baseFilters");
  net.kernel = number(in, "kernel");
  net.classes = number(in, "classes");
  for (const ordered_json& stage : in["stages"]) {
    if (!stage.is_object()) bad();
    net.stages.push_back({number(stage, "channels"), number(stage, "middle"),
                          number(stage, "groups"), number(stage, "blocks")});
  }
  return net;
}

}  // namespace founder
