#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::json {

/// Reads every number, text and regular list of numbers of a JSON document.
/// @throws InputError `bad-json` where it is none, or is nested more than 16 deep.
arrays::Contents readContents(const NamedBytes& file);

}  // namespace ecg::json
