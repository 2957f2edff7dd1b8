#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// MATLAB's files of level 4 and of level 5 (versions 5 to 7), by "MAT-File Format" (The MathWorks,
/// R2023a), either byte order; `Recording::format` is "mat". Read are full real matrices of every
/// numeric class, at the top or within structs and cells, and texts that name leads and units. In
/// level 5 variables may be compressed.
///
/// Which matrix is the ECG is told by its name (`ecg`, `val`, `data`, `signal`) and size; `fs`,
/// `units`, `gain`, `leads` and `t` beside it say what the samples do not. The PhysioNet
/// Challenges' files say none of these: add their header, which makes them WFDB, or give the
/// options.
///
/// Diagnostics: those of arrays/assemble.h, and `array-left-out` for sparse and complex matrices
/// and for nesting too deep.
///
/// `read` throws InputError: those of arrays/assemble.h, `truncated`, `bad-header`, `bad-deflate`,
/// `no-file`. Version 7.3 is hdf5/hdf5.h.
const Format& matFormat();

}  // namespace ecg
