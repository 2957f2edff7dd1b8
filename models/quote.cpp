#include "models/quote.h"

namespace founder {

std::string quote(std::string_view name) {
  constexpr std::size_t longest = 80;
  std::string out = "\"";
  for (const char c : name.substr(0, longest)) out += c >= ' ' && c <= '~' ? c : '?';
  return out + (name.size() > longest ? "...\"" : "\"");
}

}  // namespace founder
