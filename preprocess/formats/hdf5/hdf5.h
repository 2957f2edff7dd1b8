#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// HDF5, which MATLAB's files of version 7.3 are too: recognised by its signature, and refused in a
/// sentence that says what to do. `read` always throws InputError: `unsupported-hdf5`, `no-file`,
/// `several-recordings`.
const Format& hdf5Format();

}  // namespace ecg
