#pragma once

#include <stdexcept>
#include <string>
#include <utility>

namespace founder {

/// A checkpoint or model that is not what it has to be. `code()` is stable and kebab-case, `what()`
/// one sentence: what is wrong, where (tensor, byte or field), and what to do.
class ModelError : public std::runtime_error {
 public:
  ModelError(std::string code, const std::string& sentence)
      : std::runtime_error(sentence), code_(std::move(code)) {}
  const std::string& code() const noexcept { return code_; }

 private:
  std::string code_;
};

}  // namespace founder
