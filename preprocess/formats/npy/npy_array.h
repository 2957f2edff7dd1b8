#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::npy {

/// Reads an array into the contents of a file; its bytes have to outlive them.
///
/// @param reader at the start of the array.
/// @param name of the array in an NPZ; empty for a file of its own.
/// @returns why the array cannot be read, as the end of a sentence that begins with its name;
///   empty where it was added.
/// @throws InputError `truncated`, `bad-header`.
std::string readArray(ByteReader reader, const std::string& name, arrays::Contents& contents);

/// True where `readArray`'s reason is that the array holds Python objects.
bool isObjects(const std::string& reason);

}  // namespace ecg::npy
