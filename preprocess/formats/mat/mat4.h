#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::mat {

/// True where a named matrix of level 4 is at the beginning of a file. There is no signature.
bool isLevel4(ByteView bytes);

/// Reads every matrix of a file of level 4.
/// @throws InputError `truncated`, `bad-header`.
void readLevel4(const NamedBytes& file, arrays::Contents& contents);

/// Whether the file is one matrix `val` of 16-bit integers, as PhysioNet's are.
bool isPhysioNet(const arrays::Contents& contents);

}  // namespace ecg::mat
