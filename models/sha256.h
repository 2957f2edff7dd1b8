#pragma once

#include <string>

#include "models/bytes.h"

namespace founder {

/// The SHA-256 (FIPS 180-4) of everything in `source`, read in pieces, as lower-case hexadecimal.
std::string sha256(const ByteSource& source);

}  // namespace founder
