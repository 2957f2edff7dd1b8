#pragma once

#include <string>
#include <string_view>

#include "models/bytes.h"

namespace founder {

/// What others published on how well a released model does, by the SHA-256 of its checkpoint in
/// lower-case hexadecimal: ECGFounder's official 12-lead and 1-lead weights. Empty for any other.
std::string_view publishedEvaluation(std::string_view checkpointSha256);

/// The SHA-256 of a checkpoint if it is one of ECGFounder's official files, else empty. Only a file
/// of the right size is read at all, and then from end to end.
std::string officialSha256(const ByteSource& checkpoint);

}  // namespace founder
