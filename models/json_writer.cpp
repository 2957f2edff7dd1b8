#include "models/json_writer.h"

#include <cmath>
#include <nlohmann/detail/conversions/to_chars.hpp>

namespace founder {
namespace {

struct Sequence {
  std::size_t bytes;
  bool whole;
};

/// The bytes of a code point (Unicode 15, table 3-7), or of what could begin one.
Sequence sequenceAt(std::string_view text, std::size_t at) {
  const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
  const unsigned lead = byte(at);
  if (lead < 0x80) return {1, true};
  const std::size_t length = lead < 0xC2 || lead > 0xF4 ? 0 : lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4;
  unsigned low = lead == 0xE0 ? 0xA0 : lead == 0xF0 ? 0x90 : 0x80;
  unsigned high = lead == 0xED ? 0x9F : lead == 0xF4 ? 0x8F : 0xBF;
  std::size_t bytes = 1;
  while (bytes < length && at + bytes < text.size() && byte(at + bytes) >= low &&
         byte(at + bytes) <= high) {
    ++bytes;
    low = 0x80;
    high = 0xBF;
  }
  return {bytes, bytes == length};
}

/// The escape of an ASCII character; empty where it needs none.
std::string escaped(char c) {
  constexpr std::string_view special = "\b\t\n\f\r\"\\", letters = "btnfr\"\\";
  if (const auto at = special.find(c); at != std::string_view::npos)
    return {'\\', letters[at]};
  if (c >= 0x20) return "";
  const char low = "0123456789abcdef"[c & 15];
  return {'\\', 'u', '0', '0', c < 16 ? '0' : '1', low};
}

}  // namespace

JsonWriter& JsonWriter::begin(char opening, char closing) {
  startValue();
  out_ += opening;
  closings_ += closing;
  first_ = true;
  return *this;
}

JsonWriter& JsonWriter::end() {
  const char closing = closings_.back();
  closings_.pop_back();
  if (!first_) newLine();
  out_ += closing;
  first_ = false;
  return *this;
}

JsonWriter& JsonWriter::key(std::string_view key) {
  startValue();
  quoted(key);
  out_ += layout_ == Layout::indented ? ": " : ":";
  keyed_ = true;
  return *this;
}

JsonWriter& JsonWriter::text(std::string_view text) {
  startValue();
  quoted(text);
  return *this;
}

JsonWriter& JsonWriter::texts(const std::vector<std::string>& list) {
  beginList();
  for (const std::string& entry : list) text(entry);
  return end();
}

JsonWriter& JsonWriter::number(std::optional<double> value) {
  if (!value || !std::isfinite(*value)) return null();
  char digits[64];
  // The shortest digits in nearly all cases (Grisu2), where the standard library has no to_chars.
  return raw({digits, static_cast<std::size_t>(
                          nlohmann::detail::to_chars(digits, digits + sizeof digits, *value) -
                          digits)});
}

JsonWriter& JsonWriter::count(std::optional<std::uint64_t> value) {
  return value ? raw(std::to_string(*value)) : null();
}

JsonWriter& JsonWriter::raw(std::string_view value) {
  startValue();
  out_ += value;
  return *this;
}

void JsonWriter::startValue() {
  if (!keyed_ && !closings_.empty()) {
    if (!first_) out_ += ',';
    newLine();
  }
  first_ = keyed_ = false;
}

void JsonWriter::newLine() {
  if (layout_ == Layout::indented) out_.append("\n").append(2 * closings_.size(), ' ');
}

void JsonWriter::quoted(std::string_view text) {
  out_ += '"';
  for (std::size_t at = 0; at < text.size();) {
    const Sequence sequence = sequenceAt(text, at);
    const std::string escape = sequence.bytes == 1 && sequence.whole ? escaped(text[at]) : "";
    if (!sequence.whole)
      out_ += "\xEF\xBF\xBD";
    else if (!escape.empty())
      out_ += escape;
    else
      out_ += text.substr(at, sequence.bytes);
    at += sequence.bytes;
  }
  out_ += '"';
}

}  // namespace founder
