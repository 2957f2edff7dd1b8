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
  Piece(const char* text) : text_(text), kind_(Kind::untilZero) {}
  Piece(std::string_view text) : text_(text.data()), value_(text.size()), kind_(Kind::text) {}
  Piece(const std::string& text) : Piece(std::string_view(text)) {}
  template <typename Whole,
            std::enable_if_t<std::is_integral_v<Whole> && sizeof(Whole) != 1, int> = 0>
  Piece(Whole number)
      : value_(static_cast<std::uint64_t>(number)),
        kind_(std::is_signed_v<Whole> ? Kind::signedNumber : Kind::unsignedNumber) {}

  void appendTo(std::string& out) const;

 private:
  enum class Kind : std::uint8_t { untilZero, text, signedNumber, unsignedNumber };
  const char* text_ = nullptr;
  std::uint64_t value_ = 0;  ///< the number, or how long the text is
  Kind kind_;
};

/// The pieces one after the other. Sentences are put together here, out of line: each of the
/// hundreds that a reader can say would otherwise be a chain of temporary strings.
std::string sentence(std::initializer_list<Piece> pieces);

}  // namespace ecg
