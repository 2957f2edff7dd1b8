#pragma once

#include <string>
#include <string_view>

namespace founder {

/// A name from a file, fit for an error sentence: in quotes, printable ASCII, at most 80
/// characters.
std::string quote(std::string_view name);

}  // namespace founder
