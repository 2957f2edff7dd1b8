#include "preprocess/sentence.h"

#include "preprocess/error.h"
#include "preprocess/recording.h"

namespace ecg {

void Piece::appendTo(std::string& out) const {
  if (!text_)
    out += std::to_string(value_);
  else if (value_ == untilZero)
    out += text_;
  else
    out.append(text_, static_cast<std::size_t>(value_));
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
