#include "preprocess/formats/text.h"

#include <algorithm>
#include <clocale>
#include <cstdio>

namespace ecg::text {
namespace {

/// Length of the UTF-8 sequence at the start of `text`, 0 where there is none.
std::size_t sequence(std::string_view text) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned char first = byte(0);
  if (first < 0x80) return 1;
  const std::size_t length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4;
  if (length == 0 || first > 0xF4 || text.size() < length) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((byte(i) & 0xC0) != 0x80) return 0;
  const bool overlong = (first == 0xE0 && byte(1) < 0xA0) || (first == 0xF0 && byte(1) < 0x90);
  const bool beyond = (first == 0xED && byte(1) > 0x9F) || (first == 0xF4 && byte(1) > 0x8F);
  return overlong || beyond ? 0 : length;
}

bool isUtf8(std::string_view text) {
  while (!text.empty()) {
    const std::size_t length = sequence(text);
    if (length == 0) return false;
    text.remove_prefix(length);
  }
  return true;
}

}  // namespace

std::string_view view(ByteView bytes) {
  if (bytes.size == 0) return {};
  return {reinterpret_cast<const char*>(bytes.data), bytes.size};
}

std::string_view trim(std::string_view text) {
  const auto blank = [](unsigned char c) { return c <= ' ' || c == 0x7F; };
  while (!text.empty() && blank(text.front())) text.remove_prefix(1);
  while (!text.empty() && blank(text.back())) text.remove_suffix(1);
  return text;
}

std::string lower(std::string_view text) {
  std::string out(text);
  for (char& c : out)
    if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
  return out;
}

std::string utf8(std::string_view stored) {
  const bool latin1 = !isUtf8(stored);
  std::string out;
  for (unsigned char c : stored) {
    if (c < ' ' || c == 0x7F) {
      out += ' ';
    } else if (c < 0x80 || !latin1) {
      out += static_cast<char>(c);
    } else {
      out += static_cast<char>(0xC0 | (c >> 6));
      out += static_cast<char>(0x80 | (c & 0x3F));
    }
  }
  return out;
}

std::string quoted(std::string_view stored) {
  constexpr std::size_t longest = 24;
  std::string out = "\"";
  for (unsigned char c : stored.substr(0, longest))
    out += c >= ' ' && c < 0x7F ? static_cast<char>(c) : '?';
  return out + (stored.size() > longest ? "...\"" : "\"");
}

std::vector<std::string_view> lines(std::string_view text) {
  std::vector<std::string_view> out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.size(), text.find_first_of("\r\n\f"));
    if (const auto line = trim(text.substr(0, end)); !line.empty()) out.push_back(line);
    text.remove_prefix(std::min(text.size(), end + 1));
  }
  return out;
}

std::string listOf(const std::vector<std::string>& names) {
  constexpr std::size_t most = 12;
  std::string out;
  for (std::size_t i = 0; i < std::min(most, names.size()); ++i) out += (i ? ", " : "") + names[i];
  if (names.size() > most) out += sentence({" and ", names.size() - most, " more"});
  return out;
}

std::string number(double value, int digits) {
  char buffer[64];
  std::snprintf(buffer, sizeof buffer, "%.*g", digits, value);
  std::string out = buffer;
  const std::string mark = std::localeconv()->decimal_point;
  if (const auto at = out.find(mark); mark != "." && at != std::string::npos)
    out.replace(at, mark.size(), ".");
  return out;
}

}  // namespace ecg::text
