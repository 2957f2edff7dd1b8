#pragma once

#include "preprocess/formats/scp/leads.h"
#include "preprocess/formats/scp/sections.h"

namespace ecg::scp {

/// Decodes section 6, with the reference beat of section 5 added where it was subtracted, into the
/// recording's rate, leads and samples, and says what was interpolated or is missing.
///
/// @throws InputError `truncated`, `bad-header`, `bad-samples`, `no-signal`, `unit-unknown`,
///   `rate-unknown`, `unsupported-compression`, `gap-too-long`.
void readRhythm(const Record& record, const Leads& leads, const ReadOptions& options,
                Recording& recording);

}  // namespace ecg::scp
