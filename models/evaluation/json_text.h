#pragma once

#include <nlohmann/json.hpp>
#include <optional>
#include <string>
#include <vector>

#include "models/evaluation/problem.h"

namespace founder {

using Json = nlohmann::ordered_json;

/// Null where there is no value.
template <typename T>
Json toJson(const std::optional<T>& value) {
  return value ? Json(*value) : Json(nullptr);
}

/// `[{code, recording?, label?, message}]`
Json toJson(const std::vector<Problem>& problems);

/// Indented; bytes that are no UTF-8 become U+FFFD.
std::string writeJson(const Json& json);

/// The JSON document, or a discarded value where the text is none or is nested more than eight deep.
Json parseJson(const std::string& text);

}  // namespace founder
