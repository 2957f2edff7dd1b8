#pragma once

#include "preprocess/formats/mfer/frames.h"

namespace ecg::mfer {

/// Puts a recording together from its channels: those with the rate of the ECG leads. What was left
/// out is a diagnostic.
///
/// @throws InputError `no-signal`, `unit-unknown`.
void assemble(const std::string& file, const Series& series, const ReadOptions& options,
              Recording& recording);

/// Chooses the recording that `options` ask for; where there are several, a diagnostic names all.
///
/// @throws InputError `no-such-recording`.
const Series& choose(const std::string& file, const std::vector<Series>& all,
                     const ReadOptions& options, Recording& recording);

}  // namespace ecg::mfer
