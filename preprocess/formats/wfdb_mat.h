#pragma once

#include "preprocess/formats/wfdb_header.h"

namespace ecg::wfdb {

/// True for a MATLAB file of level 5 or 7.3 (HDF5), by its first bytes.
bool isNewMat(ByteView bytes);

/// Checks a signal file whose name ends in `.mat` (the PhysioNet Challenges' MATLAB level 4 files,
/// a 2-byte integer matrix [signals, samples] after a 24-byte header) against the record's header,
/// which is the one that counts.
///
/// @param signals how many signals the header places in the file.
/// @throws InputError `bad-signal-file` where the file is a MATLAB file of another kind, in which
///   the bytes at the header's offset are no 16-bit samples.
void checkMat(const NamedBytes& file, const Signal& signal, std::size_t signals,
              std::uint64_t frames, std::vector<Diagnostic>& diagnostics);

}  // namespace ecg::wfdb
