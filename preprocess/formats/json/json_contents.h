#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::json {

/// Reads every number, text and regular list of numbers of a JSON document.
/// @throws InputError `bad-json`.
arrays::Contents readContents(const NamedBytes& file);

}  // namespace ecg::json
