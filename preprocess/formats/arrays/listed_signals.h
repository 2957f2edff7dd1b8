#pragma once

#include "preprocess/formats/arrays/contents.h"

namespace ecg::arrays {

/// Gives every signal in a list of objects the name that lies beside it: the `samples` of
/// `leads[1]`, whose `name` is "II", become the `II` of `leads`, and so do those of `leads.II`.
void nameListedSignals(Contents& contents);

}  // namespace ecg::arrays
