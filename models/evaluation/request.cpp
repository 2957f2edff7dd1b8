#include "models/evaluation/request.h"

#include "models/error.h"
#include "models/evaluation/number.h"

namespace founder {
namespace {

[[noreturn]] void refuse(const std::string& what, const std::string& wanted) {
  throw ModelError("bad-option", what + " is not understood: give " + wanted + ".");
}

}  // namespace

Request::Request(const std::string& text)
    : document_(text, /*deepest=*/8), options_(document_.root()) {
  if (!options_.isObject()) refuse("The request", "a JSON object");
}

bool Request::has(const char* key) const { return !options_.find(key).isNull(); }

std::string Request::text(const char* key) const {
  const JsonValue value = options_.find(key);
  if (!value.isText()) refuse(key, "a text");
  return std::string(value.text());
}

std::string Request::text(const char* key, const std::string& otherwise) const {
  return has(key) ? text(key) : otherwise;
}

std::uint64_t Request::count(const char* key, std::uint64_t otherwise, std::uint64_t most) const {
  const JsonValue value = options_.find(key);
  if (value.isNull()) return otherwise;
  if (!value.isCount() || value.count() > most)
    refuse(key, "a whole number up to " + std::to_string(most));
  return value.count();
}

std::vector<std::string> Request::texts(const char* key) const {
  std::vector<std::string> out;
  const JsonValue list = options_.find(key);
  if (!list.isNull() && !list.isList()) refuse(key, "a list of texts");
  for (const JsonValue& item : list.entries()) {
    if (!item.isText()) refuse(key, "a list of texts");
    out.emplace_back(item.text());
  }
  return out;
}

std::vector<Problem> Request::problems() const {
  std::vector<Problem> out;
  const JsonValue list = options_.find("problems");
  if (!list.isNull() && !list.isList()) refuse("problems", "a list");
  for (const JsonValue& item : list.entries()) {
    if (!item.isObject()) refuse("problems", "a list of objects");
    const auto part = [&](const char* key) { return std::string(item.find(key).text()); };
    out.push_back({part("code"), part("message"), part("recording"), part("label")});
  }
  return out;
}

Criterion Request::criterion() const {
  const Criterion out = criterionFromName(text("criterion", "youden"));
  const JsonValue target = options_.find("targetSensitivity");
  if (target.isNull()) return out;
  if (!target.isNumber() || !(target.number() > 0) || !(target.number() <= 1))
    throw ModelError("bad-option",
                     "The target sensitivity is no number above 0 and at most 1: give one.");
  return {Criterion::Kind::sensitivity, target.number()};
}

}  // namespace founder
