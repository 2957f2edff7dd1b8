#include "preprocess/sentence.h"

#include "preprocess/error.h"
#include "preprocess/recording.h"

namespace ecg {

void Piece::appendTo(std::string& out) const {
  switch (kind_) {
    case Kind::untilZero:
      out += text_;
      break;
    case Kind::text:
      out += std::string_view(text_, static_cast<std::size_t>(value_));
      break;
    case Kind::signedNumber:
      out += std::to_string(static_cast<std::int64_t>(value_));
      break;
    case Kind::unsignedNumber:
      out += std::to_string(value_);
      break;
  }
}

std::string sentence(std::initializer_list<Piece> pieces) {
  std::string out;
  for (const Piece& piece : pieces) piece.appendTo(out);
  return out;
}

void reject(std::string_view code, std::initializer_list<Piece> pieces) {
  throw InputError(std::string(code), sentence(pieces));
}

void say(std::vector<Diagnostic>& diagnostics, std::string_view code,
         std::initializer_list<Piece> pieces) {
  diagnostics.push_back({std::string(code), sentence(pieces)});
}

}  // namespace ecg
