#include "preprocess/formats/xml/scan.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::xml {
namespace {

void append(std::string& out, std::uint32_t c) {
  const auto put = [&](std::uint32_t byte) { out.push_back(static_cast<char>(byte)); };
  if (c < 0x80) {
    put(c);
  } else if (c < 0x800) {
    put(0xC0 | c >> 6);
    put(0x80 | (c & 63));
  } else if (c < 0x10000) {
    put(0xE0 | c >> 12);
    put(0x80 | (c >> 6 & 63));
    put(0x80 | (c & 63));
  } else {
    put(0xF0 | c >> 18);
    put(0x80 | (c >> 12 & 63));
    put(0x80 | (c >> 6 & 63));
    put(0x80 | (c & 63));
  }
}

std::string fromUtf16(ByteView bytes, bool big) {
  constexpr std::uint32_t replacement = 0xFFFD;
  const auto unit = [&](std::size_t i) -> std::uint32_t {
    const std::uint32_t a = bytes.data[i], b = bytes.data[i + 1];
    return big ? a << 8 | b : b << 8 | a;
  };
  std::string out;
  out.reserve(bytes.size / 2);
  for (std::size_t i = 2; i + 1 < bytes.size; i += 2) {
    const std::uint32_t c = unit(i);
    const bool high = c >= 0xD800 && c < 0xDC00, low = c >= 0xDC00 && c < 0xE000;
    if (high && i + 3 < bytes.size && unit(i + 2) >= 0xDC00 && unit(i + 2) < 0xE000) {
      append(out, 0x10000 + ((c - 0xD800) << 10) + (unit(i + 2) - 0xDC00));
      i += 2;
    } else {
      append(out, high || low ? replacement : c);
    }
  }
  return out;
}

bool saysLatin1(std::string_view text) {
  if (text.substr(0, 5) != "<?xml") return false;
  const std::string declaration = text::lower(text.substr(0, text.find("?>")));
  return declaration.find("iso-8859-1") != std::string::npos ||
         declaration.find("windows-1252") != std::string::npos;
}

/// Where a tag that begins at `from` ends: after its '>', quotes respected.
std::size_t endOfTag(std::string_view text, std::size_t from) {
  char quote = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    const char c = text[i];
    if (quote != 0) {
      if (c == quote) quote = 0;
    } else if (c == '"' || c == '\'') {
      quote = c;
    } else if (c == '>') {
      return i + 1;
    }
  }
  return text.size();
}

std::size_t after(std::string_view text, std::string_view end, std::size_t from) {
  const std::size_t found = text.find(end, from);
  return found == std::string_view::npos ? text.size() : found + end.size();
}

/// Past a document type and its internal subset, as nested as its brackets are.
std::size_t afterDoctype(std::string_view text, std::size_t from) {
  int depth = 0;
  for (std::size_t i = from; i < text.size(); ++i) {
    if (text[i] == '[') ++depth;
    if (text[i] == ']') --depth;
    if (text[i] == '>' && depth <= 0) return i + 1;
  }
  return text.size();
}

std::string_view nameOf(std::string_view tag) {
  const std::size_t end = tag.find_first_of(" \t\r\n/>");
  const std::string_view name = tag.substr(0, end);
  const std::size_t colon = name.find(':');
  return colon == std::string_view::npos ? name : name.substr(colon + 1);
}

}  // namespace

std::string toUtf8(ByteView bytes) {
  const std::string_view text = text::view(bytes);
  if (text.substr(0, 2) == "\xFF\xFE") return fromUtf16(bytes, false);
  if (text.substr(0, 2) == "\xFE\xFF") return fromUtf16(bytes, true);
  if (text.substr(0, 3) == "\xEF\xBB\xBF") return std::string(text.substr(3));
  if (!saysLatin1(text)) return std::string(text);
  std::string out;
  out.reserve(text.size());
  for (const char c : text) append(out, static_cast<unsigned char>(c));
  return out;
}

Scan scan(std::string_view text, std::size_t most) {
  Scan result;
  std::size_t depth = 0;
  for (std::size_t i = text.find('<'); i != std::string_view::npos; i = text.find('<', i)) {
    const std::string_view rest = text.substr(i);
    if (rest.substr(0, 4) == "<!--") {
      i = after(text, "-->", i + 4);
    } else if (rest.substr(0, 9) == "<![CDATA[") {
      i = after(text, "]]>", i + 9);
    } else if (rest.substr(0, 2) == "<?") {
      i = after(text, "?>", i + 2);
    } else if (rest.substr(0, 2) == "<!") {
      i = afterDoctype(text, i);
    } else if (rest.substr(0, 2) == "</") {
      if (depth > 0) --depth;
      i = endOfTag(text, i);
    } else {
      const std::size_t end = endOfTag(text, i);
      if (result.root.empty()) result.root = nameOf(rest.substr(1, end - i - 1));
      if (depth + 1 > result.deepest) {
        result.deepest = depth + 1;
        result.deepestAt = i;
        if (result.deepest > most) return result;
      }
      if (end - i < 2 || text[end - 2] != '/') ++depth;
      i = end;
    }
  }
  return result;
}

}  // namespace ecg::xml
