#include "models/evaluation/request.h"

#include "models/error.h"
#include "models/evaluation/number.h"

namespace founder {
namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& wanted) {
  throw ModelError("bad-option", what + " is not understood: give " + wanted + ".");
}

}  // namespace

Request::Request(const std::string& text) : json_(parseJson(text)) {
  if (!json_.is_object()) refuse("The request", "a JSON object");
}

bool Request::has(const char* key) const {
  const auto found = json_.find(key);
  return found != json_.end() && !found->is_null();
}

std::string Request::text(const char* key) const {
  if (!has(key) || !json_[key].is_string()) refuse(key, "a text");
  return json_[key].get<std::string>();
}

std::string Request::text(const char* key, const std::string& otherwise) const {
  return has(key) ? text(key) : otherwise;
}

std::uint64_t Request::count(const char* key, std::uint64_t otherwise, std::uint64_t most) const {
  if (!has(key)) return otherwise;
  const Json& value = json_[key];
  if (!value.is_number_unsigned() || value.get<std::uint64_t>() > most)
    refuse(key, "a whole number up to " + std::to_string(most));
  return value.get<std::uint64_t>();
}

std::vector<std::string> Request::texts(const char* key) const {
  std::vector<std::string> out;
  if (!has(key)) return out;
  if (!json_[key].is_array()) refuse(key, "a list of texts");
  for (const Json& item : json_[key]) {
    if (!item.is_string()) refuse(key, "a list of texts");
    out.push_back(item.get<std::string>());
  }
  return out;
}

std::vector<Problem> Request::problems() const {
  std::vector<Problem> out;
  if (!has("problems")) return out;
  if (!json_["problems"].is_array()) refuse("problems", "a list");
  const auto part = [](const Json& item, const char* key) {
    const auto found = item.find(key);
    return found != item.end() && found->is_string() ? found->get<std::string>() : std::string();
  };
  for (const Json& item : json_["problems"]) {
    if (!item.is_object()) refuse("problems", "a list of objects");
    out.push_back(
        {part(item, "code"), part(item, "message"), part(item, "recording"), part(item, "label")});
  }
  return out;
}

Criterion Request::criterion() const {
  Criterion out = criterionFromName(text("criterion", "youden"));
  if (!has("targetSensitivity")) return out;
  const Json& target = json_["targetSensitivity"];
  if (!target.is_number() || !(target.get<double>() > 0) || !(target.get<double>() <= 1))
    throw ModelError("bad-option",
                     "The target sensitivity is no number above 0 and at most 1: give one.");
  return {Criterion::Kind::sensitivity, target.get<double>()};
}

}  // namespace founder
