#pragma once

#include <string>
#include <vector>

#include "preprocess/formats/reader.h"

namespace ecg::xml {

/// One lead with its samples, in `lead.unit`.
struct Signal {
  Lead lead;
  std::vector<float> samples;
};

/// Makes signals that begin together the leads of a recording, whose rate is set already.
///
/// A lead without a name takes that of the option `leads`, or is called by its place
/// (`lead-unnamed`). A signal without samples is left out (`other-channels`), the end of one that
/// is shorter than the others is NaN (`short-lead`), samples that the file says are missing are
/// counted
/// (`missing-samples`), and `duplicate-lead` is given.
/// @throws InputError `no-signal`; `bad-header` where filling up would take far more room than the
///   samples do.
void putSignals(const std::string& file, std::vector<Signal> signals, const ReadOptions& options,
                Recording& recording);

}  // namespace ecg::xml
