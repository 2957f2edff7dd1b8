#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// An ECG of an Apple Watch as the Health app exports it: lines of `word,value` (sample rate, lead,
/// unit, and whose recording it is), then a value a line.
///
/// Decimal points or commas, quotes, CRLF and a byte order mark are all met in real exports, and so
/// are German header words; any other language is refused unless `ReadOptions` say the rate, unit
/// and lead. Apple's own verdict is the diagnostic `device-classification`; name and birth date are
/// in the Patient alone.
///
/// `read` throws InputError: `rate-unknown`, `unit-unknown`, `lead-unknown`, `leads-mismatch`,
/// `not-a-number`, `blank-line`, `no-signal`, `several-recordings`, `bad-option`, `no-file`.
const Format& appleFormat();

}  // namespace ecg
