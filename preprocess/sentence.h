#pragma once

#include <cstddef>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <string_view>
#include <type_traits>

namespace ecg {

/// A piece of a sentence: text, or a whole number. Made from either without a copy, so that it is
/// good only within the expression that makes it.
class Piece {
 public:
  Piece(const char* text) : text_(text), value_(untilZero) {}
  Piece(std::string_view text)
      : text_(text.empty() ? "" : text.data()), value_(static_cast<std::int64_t>(text.size())) {}
  Piece(const std::string& text) : Piece(std::string_view(text)) {}
  template <typename Whole,
            std::enable_if_t<std::is_integral_v<Whole> && sizeof(Whole) != 1, int> = 0>
  Piece(Whole number) : value_(static_cast<std::int64_t>(number)) {}

  void appendTo(std::string& out) const;

 private:
  static constexpr std::int64_t untilZero = -1;
  const char* text_ = nullptr;  ///< null: the number
  std::int64_t value_;          ///< or how long the text is
};

/// The pieces one after the other. Sentences are put together here, out of line: each of the
/// hundreds that a reader can say would otherwise be a chain of temporary strings.
std::string sentence(std::initializer_list<Piece> pieces);

}  // namespace ecg
