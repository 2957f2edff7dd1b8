#pragma once

#include "models/evaluation/operating_point.h"
#include "models/evaluation/problem.h"
#include "models/json_document.h"

namespace founder {

/// The options of a command, as JSON from the caller. An option that is null is not given.
class Request {
 public:
  /// @throws ModelError `bad-option` where it is no JSON object
  explicit Request(const std::string& text);

  bool has(const char* key) const;
  /// @throws ModelError `bad-option`, which names the key, in each of these
  std::string text(const char* key) const;
  std::string text(const char* key, const std::string& otherwise) const;
  std::uint64_t count(const char* key, std::uint64_t otherwise, std::uint64_t most) const;
  std::vector<std::string> texts(const char* key) const;
  std::vector<Problem> problems() const;
  /// From `criterion` and `targetSensitivity`.
  Criterion criterion() const;

 private:
  JsonDocument document_;
  JsonValue options_;
};

}  // namespace founder
