#include "preprocess/formats/base64.h"

#include "preprocess/error.h"

namespace ecg {
namespace {

int valueOf(char c) {
  if (c >= 'A' && c <= 'Z') return c - 'A';
  if (c >= 'a' && c <= 'z') return c - 'a' + 26;
  if (c >= '0' && c <= '9') return c - '0' + 52;
  if (c == '+') return 62;
  return c == '/' ? 63 : -1;
}

bool isBlank(char c) { return c == ' ' || c == '\t' || c == '\r' || c == '\n'; }

}  // namespace

std::vector<std::uint8_t> decodeBase64(std::string_view text, const std::string& file) {
  const auto bad = [&](const char* what, std::size_t place) -> InputError {
    return {"bad-base64", file + " has base64 text with " + what + " at character " +
                              std::to_string(place + 1) + "; get the original file."};
  };
  std::vector<std::uint8_t> bytes;
  bytes.reserve(text.size() / 4 * 3 + 3);
  std::uint32_t bits = 0;
  std::size_t digits = 0, padding = 0;
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (isBlank(text[i])) continue;
    if (text[i] == '=') {
      ++padding;
      if (digits % 4 < 2 || digits % 4 + padding > 4) throw bad("padding out of place", i);
      continue;
    }
    const int value = valueOf(text[i]);
    if (value < 0) throw bad("a character that is none of it", i);
    if (padding > 0) throw bad("more after its padding", i);
    bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xFFFFFF;
    if (++digits % 4 != 0) continue;
    for (const int shift : {16, 8, 0}) bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
  }
  const std::size_t rest = digits % 4;
  if (rest == 1 || (padding > 0 && rest + padding != 4)) throw bad("an early end", text.size());
  if (rest > 1) bytes.push_back(static_cast<std::uint8_t>(bits >> (rest == 2 ? 4 : 10)));
  if (rest == 3) bytes.push_back(static_cast<std::uint8_t>(bits >> 2));
  return bytes;
}

}  // namespace ecg
