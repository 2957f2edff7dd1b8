#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// GE MUSE resting ECG XML: root `RestingECG` (restecg.dtd), as MUSE 7 to 9 export it. No public
/// specification; read as exports and the open readers of them agree. `Recording::format` is
/// "muse-xml".
///
/// The file's Waveform elements (Rhythm, and the Median beat) are offered, rhythms first, so that
/// the first rhythm is taken unless `ReadOptions::recording` says otherwise. Each LeadData is
/// 16-bit little-endian in base64, in LeadAmplitudeUnitsPerBit of LeadAmplitudeUnits, at
/// SampleBase x 10^SampleExponent Hz. LeadDataCRC32 is the CRC-32 of ISO 3309 of those bytes.
/// Usually eight leads are stored; none is derived here. Statements of the diagnosis are
/// `ReadResult::interpretation`, with "Before editing: " where the original ones differ; those that
/// name a clinician are comments of the patient. Measurements, beats and pacing spikes: not read.
///
/// `read` throws InputError: `not-muse`, `bad-xml`, `no-signal`, `bad-header`, `bad-base64`,
/// `truncated`, `rate-unknown`, `unit-unknown`, `bad-option`, `unsupported-sample-size`,
/// `no-such-recording`, `several-recordings` (files), `no-file`.
/// Diagnostics: `several-recordings`, `checksum-failed`, `filtered`, `annotations`, `clipped`,
/// `lead-off`, `signal-quality`, `baseline-not-applied`, `skew`, and those of xml::putSignals.
const Format& museFormat();

}  // namespace ecg
