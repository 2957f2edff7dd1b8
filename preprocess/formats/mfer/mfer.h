#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// MFER, the Medical waveform Format Encoding Rules (ISO 22077-1, lead codes of ISO 22077-2 and of
/// MFER part 3-2): definitions of a tag, a length and a value, in either byte order, and frames of
/// sequences of blocks of every channel. Integers of 8, 16 and 32 bits, and IEEE 754 floats.
/// `Recording::format` is "mfer".
///
/// A value is (stored + offset) x resolution; the NULL value is NaN. Frames whose channels are
/// defined alike follow each other, with NaN where their pointers leave a gap; each other set of
/// channels is a recording of its own. A recording has one rate, that of its ECG leads, and every
/// channel of that rate; channels that are no voltage keep their unit. Without a sampling interval
/// the standard's 1000 Hz hold.
///
/// `read` throws InputError: `truncated`, `bad-header`, `unsupported-compression`,
/// `unsupported-sampling`, `unit-unknown` (asks for `unitsPerMillivolt`), `no-signal`,
/// `no-such-recording`, `bad-record-times`, `gap-too-long`, `several-recordings`, `no-file`.
/// Diagnostics: `several-recordings`, `other-rate`, `other-channels`, `rate-default`, `gap`,
/// `filtered`, `annotations`, `sample-skew`, `truncated-tail`, `duplicate-lead`, `text-not-read`.
const Format& mferFormat();

}  // namespace ecg
