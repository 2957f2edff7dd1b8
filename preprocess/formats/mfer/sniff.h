#pragma once

#include "preprocess/formats/reader.h"

namespace ecg::mfer {

/// `certain` with a preamble (MWF_PRE) that says MFER; `possible` where the file begins with
/// definitions that could be ones, a byte order or the layout of a frame among them.
Match sniff(ByteView bytes);

}  // namespace ecg::mfer
