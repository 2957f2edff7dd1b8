#include "preprocess/formats/mfer/charset.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::mfer {

std::optional<std::string> Charset::read(std::string_view stored) const {
  stored = stored.substr(0, stored.find('\0'));
  const bool plain = std::all_of(stored.begin(), stored.end(), [](unsigned char c) {
    return c < 0x80 && c != 0x1B;  // escape switches the set in ISO 2022
  });
  const std::string set = text::lower(name_);
  const auto says = [&](std::string_view part) { return set.find(part) != std::string::npos; };
  const bool latin1 = says("8859-1") || says("8859_1") || says("iso-ir 100") || says("latin1");
  if (!plain && !latin1 && !says("utf-8") && !says("utf8")) return std::nullopt;
  return text::utf8(text::trim(stored));
}

}  // namespace ecg::mfer
