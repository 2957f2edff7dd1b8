#pragma once

#include <string_view>

namespace founder {

/// What others published on how well a released model does, by the SHA-256 of its checkpoint in
/// lower-case hexadecimal: ECGFounder's official 12-lead and 1-lead weights. Empty for any other.
std::string_view publishedEvaluation(std::string_view checkpointSha256);

}  // namespace founder
