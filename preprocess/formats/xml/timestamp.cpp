#include "preprocess/formats/xml/timestamp.h"

#include "preprocess/formats/text.h"

namespace ecg::xml {
namespace {

bool isDigit(char c) { return c >= '0' && c <= '9'; }

std::size_t digitsOf(std::string_view text) {
  std::size_t count = 0;
  while (count < text.size() && isDigit(text[count])) ++count;
  return count;
}

/// `+0100` as `+01:00`; nothing where it is no time zone.
std::string zoneOf(std::string_view text) {
  if (text.size() != 5 || (text[0] != '+' && text[0] != '-') || digitsOf(text.substr(1)) != 4)
    return "";
  return sentence({std::string(text.substr(0, 3)), ":", std::string(text.substr(3))});
}

}  // namespace

std::string isoTime(std::string_view stored) {
  stored = text::trim(stored);
  if (!stored.empty() && stored.find_first_not_of("0-:/ T.") == std::string_view::npos) return "";
  const std::string asStored = text::utf8(stored);
  const std::size_t known = digitsOf(stored);
  if (known < 4 || known > 14 || known % 2 != 0) return asStored;
  std::string_view rest = stored.substr(known);
  std::string fraction;
  if (!rest.empty() && rest.front() == '.') {
    fraction = rest.substr(0, 1 + digitsOf(rest.substr(1)));
    rest.remove_prefix(fraction.size());
    while (!fraction.empty() && (fraction.back() == '0' || fraction.back() == '.'))
      fraction.pop_back();
  }
  const std::string zone = zoneOf(rest);
  if (!rest.empty() && zone.empty()) return asStored;
  std::string out(stored.substr(0, 4));
  constexpr const char* marks[] = {"-", "-", "T", ":", ":"};
  for (std::size_t i = 4, part = 0; i < known; i += 2, ++part)
    out += marks[part] + std::string(stored.substr(i, 2));
  // ISO 8601 has no hours without minutes.
  if (known == 10) out += ":00";
  return known == 14 ? out + fraction + zone : known > 8 ? out + zone : out;
}

}  // namespace ecg::xml
