#pragma once

#include "models/checkpoint.h"

namespace founder {

/// The readers behind `openCheckpoint`; each takes a file of its own format.
Checkpoint openTorchZip(const ByteSource& source);
Checkpoint openSafetensors(const ByteSource& source);
/// Whether the first eight bytes could be the length of a safetensors header that follows them.
bool looksLikeSafetensors(const ByteSource& source);

}  // namespace founder
