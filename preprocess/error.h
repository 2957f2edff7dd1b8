#pragma once

#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>

#include "preprocess/sentence.h"

namespace ecg {

/// An input that cannot be read or prepared without inventing something.
///
/// `code()` is a stable kebab-case identifier (`truncated`, `missing-file`, `unit-unknown`, ...)
/// for programs; `what()` is one sentence for people: what is wrong, where (file, byte or field),
/// and what to do about it.
class InputError : public std::runtime_error {
 public:
  InputError(std::string code, const std::string& sentence)
      : std::runtime_error(sentence), code_(std::move(code)) {}
  const std::string& code() const noexcept { return code_; }

 private:
  std::string code_;
};

/// @throws InputError of the code, with the sentence that the pieces make.
[[noreturn]] void reject(std::string_view code, std::initializer_list<Piece> pieces);

}  // namespace ecg
