#pragma once

#include <string>
#include <string_view>

namespace founder {

/// What makes two names in a table the same recording: the path with forward slashes, without `./`
/// and without the extension of a readable file, so that `a/1`, `./a/1.hea` and `a\1.dat` are one.
std::string recordingKey(std::string_view name);

/// The part after the last slash.
std::string baseName(std::string_view path);

/// Without the blanks at either end.
std::string_view trimmed(std::string_view text);

}  // namespace founder
