#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::mat {

/// `certain` for the header of level 5, `possible` where its text does not begin as MATLAB's does.
Match sniffLevel5(ByteView bytes);

/// Reads every variable of a file of level 5.
/// @throws InputError `truncated`, `bad-header`, `bad-deflate`.
void readLevel5(const NamedBytes& file, arrays::Contents& contents);

}  // namespace ecg::mat
