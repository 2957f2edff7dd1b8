#pragma once

#include "preprocess/formats/arrays/candidates.h"
#include "preprocess/formats/arrays/scaling.h"

namespace ecg::arrays {

/// Takes the recording that `ReadOptions::recording` numbers among all that the file holds, and
/// finds its leads. The recording keeps what is offered.
///
/// Diagnostics: `several-recordings` (names all), `lead-axis` (the leads were told by the shape).
///
/// @throws InputError `no-signal`, `no-such-recording`, `axis-unknown`.
Signal chooseSignal(const std::string& file, const Contents& contents, const ReadOptions& options,
                    Recording& recording);

}  // namespace ecg::arrays
