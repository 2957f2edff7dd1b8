#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// NumPy's arrays (NEP 1, numpy.lib.format): `.npy` of versions 1 to 3 and `.npz`, a ZIP of them,
/// stored or deflated. Integers of 1 to 8 bytes and reals of 2, 4 and 8, either byte order, C or
/// Fortran order. `Recording::format` is "npy" or "npz".
///
/// An array of one side is one lead; of two the shorter is the leads; of three the first numbers
/// recordings. In an NPZ the array that is the ECG by its name and size is read and the others are
/// offered; arrays such as `fs`, `units`, `leads` (texts) and `t` say what the samples do not.
///
/// Diagnostics: those of arrays/assemble.h, and `array-left-out` for arrays of other types.
///
/// `read` throws InputError: those of arrays/assemble.h, `truncated`, `bad-header`, `bad-zip`,
/// `bad-deflate`, `checksum-failed`, `unsupported-pickle` (Python objects, which only Python can
/// read), `unsupported-type`, `several-recordings`, `no-file`.
const Format& npyFormat();

}  // namespace ecg
