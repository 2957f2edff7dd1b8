#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// Recordings of AliveCor's Kardia devices (`.atc`; AliveCor, ATC File Format Specification 1.7):
/// "ALIVE", a version, and blocks of a name, a size, data and a checksum; 1, 6 or up to 12 leads of
/// 16-bit samples. `Recording::format` is "atc", `Recording::wearable` "hand-held".
///
/// A block's checksum is the sum of its bytes, as the devices write it, or their CRC-32, as the
/// specification also has it: either passes. What the flags say was done to the samples is the
/// diagnostic `filtered`. Who and what recorded it is in the Patient alone.
///
/// `read` throws InputError: `truncated`, `bad-header`, `unsupported-samples`, `rate-unknown` (asks
/// for `samplingRate`), `unit-unknown` (asks for `unitsPerMillivolt`), `no-signal`,
/// `several-recordings`, `no-file`. Diagnostics: `checksum-failed`, `filtered`, `annotations`,
/// `other-channels` (average beats, acceleration and unknown blocks), `duplicate-lead`,
/// `truncated-tail` (leads of unlike length end in NaN, too).
const Format& atcFormat();

}  // namespace ecg
