#include "models/evaluation/recording_name.h"

#include <algorithm>
#include <array>

namespace founder {
namespace {

constexpr std::array<std::string_view, 8> extensions = {"hea", "dat", "mat", "edf",
                                                        "bdf", "csv", "tsv", "txt"};

char lower(char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; }

bool isExtension(std::string_view text) {
  return std::any_of(extensions.begin(), extensions.end(), [&](std::string_view extension) {
    return std::equal(text.begin(), text.end(), extension.begin(), extension.end(),
                      [](char a, char b) { return lower(a) == b; });
  });
}

}  // namespace

std::string recordingKey(std::string_view name) {
  std::string path(trimmed(name));
  std::replace(path.begin(), path.end(), '\\', '/');
  while (path.rfind("./", 0) == 0) path.erase(0, 2);
  const auto dot = path.rfind('.');
  const auto slash = path.rfind('/');
  const bool hasStem = dot != std::string::npos && dot > (slash == std::string::npos ? 0 : slash + 1);
  if (hasStem && isExtension(std::string_view(path).substr(dot + 1))) path.resize(dot);
  return path;
}

std::string baseName(std::string_view path) {
  const auto slash = path.find_last_of("/\\");
  return std::string(slash == std::string_view::npos ? path : path.substr(slash + 1));
}

std::string_view trimmed(std::string_view text) {
  constexpr std::string_view blanks = " \t";
  const auto from = text.find_first_not_of(blanks);
  if (from == std::string_view::npos) return {};
  return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

}  // namespace founder
