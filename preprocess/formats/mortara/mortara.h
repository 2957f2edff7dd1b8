#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// The XML of Mortara, Burdick and Welch Allyn electrocardiographs (ELI Link). Its layout is not
/// published; what is read here is what BRAVEHEART, ECGDataKit and other public readers agree on.
/// `Recording::format` is "mortara-xml".
///
/// The root is ECG; each CHANNEL is a lead of 16-bit signed little-endian samples in base64, with
/// UNITS_PER_MV and SAMPLE_FREQ. TYPICAL_CYCLE, the representative beat, is offered as recording 2
/// and not taken. AUTOMATIC_INTERPRETATION becomes `ReadResult::interpretation`. The filters that
/// SOURCE names are reported (`filtered`); whether the stored samples went through them the format
/// does not say. An OFFSET other than 0 is refused, since readers differ on what it means.
///
/// `read` throws InputError: `bad-xml`, `bad-header`, `bad-base64`, `truncated`, `no-signal`,
/// `unit-unknown`, `bad-option`, `unsupported-encoding`, `unsupported-offset`, `no-such-recording`,
/// `several-recordings`, `no-file`. Diagnostics: `several-recordings`, `filtered`, `other-rate`,
/// `other-channels`, `short-lead`, `lead-unnamed`, `duplicate-lead`.
const Format& mortaraFormat();

}  // namespace ecg
