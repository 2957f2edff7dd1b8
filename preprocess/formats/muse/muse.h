#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// GE MUSE XML, the export of the MUSE cardiology system (root element RestingECG, document type
/// restecg.dtd), as its files document themselves. `Recording::format` is "muse-xml".
///
/// Samples are 16-bit little-endian in base64, times LeadAmplitudeUnitsPerBit; the sampling rate is
/// SampleBase * 10^SampleExponent. A file holds waveforms of the types Rhythm and Median (an average
/// beat): the first of type Rhythm is taken, the others are offered (`several-recordings`,
/// `ReadOptions::recording`). Most files store I, II and V1 to V6; no lead is derived here. The
/// device's statements are `ReadResult::interpretation`, but for those that say by whom it was
/// confirmed, which are `Patient::comments`; its measurements are not read.
///
/// Diagnostics: `several-recordings`, `checksum-failed` (LeadDataCRC32), `filtered`, `clipped`,
/// `lead-off`, `skew` (LeadTimeOffset or LeadOffsetFirstSample, not applied), `baseline-not-applied`
/// (FirstSampleBaseline), `duplicate-lead`.
///
/// `read` throws InputError: `bad-xml`, `no-signal`, `no-such-recording`, `rate-unknown`,
/// `unit-unknown`, `bad-base64`, `bad-waveform`, `several-recordings`, `no-file`.
const Format& museFormat();

}  // namespace ecg
