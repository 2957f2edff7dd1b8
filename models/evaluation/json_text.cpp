#include "models/evaluation/json_text.h"

namespace founder {

Json toJson(const std::vector<Problem>& problems) {
  Json out = Json::array();
  for (const Problem& problem : problems) {
    Json item = {{"code", problem.code}};
    if (!problem.recording.empty()) item["recording"] = problem.recording;
    if (!problem.label.empty()) item["label"] = problem.label;
    item["message"] = problem.message;
    out.push_back(item);
  }
  return out;
}

std::string writeJson(const Json& json) {
  return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

Json parseJson(const std::string& text) {
  bool tooDeep = false;
  const auto shallow = [&tooDeep](int depth, Json::parse_event_t, Json&) {
    if (depth > 8) tooDeep = true;
    return depth <= 8;
  };
  Json out = Json::parse(text, shallow, /*allow_exceptions=*/false);
  return tooDeep ? Json(Json::value_t::discarded) : out;
}

}  // namespace founder
