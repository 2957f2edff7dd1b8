#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// DICOM waveforms (PS3.3, C.10.9 and A.34; PS3.5; PS3.10): 12-lead, General (16 and 32-bit) and
/// Ambulatory ECG, and other waveform objects with ECG leads, hemodynamic ones first of all.
/// `Recording::format` is "dicom".
///
/// Files of PS3.10, and data sets without preamble or file meta information where they begin
/// unmistakably; implicit and explicit VR little endian, explicit VR big endian. Samples of 8, 16,
/// 24 and 32 bits, signed or not.
///
/// A recording is one multiplex group. Those with ECG leads come first, the original rhythm ahead
/// of the median beat; where there are several, `several-recordings` names them in this order, by
/// which `ReadOptions::recording` counts. A sample is worth Channel Sensitivity x Correction Factor
/// + Channel Baseline, the baseline in the channel's unit as the standard has it. Voltages become
/// mV, channels in other units keep theirs. Leads are named by code (MDC, SCP-ECG) or else by the
/// code's meaning, which is their stored name.
///
/// `read` throws InputError: `not-dicom`, `truncated`, `bad-header`, `no-signal`, `unit-unknown`,
/// `rate-unknown`, `bad-option`, `no-such-recording`, `several-recordings` (several files),
/// `no-file`, `unsupported-transfer-syntax`, `unsupported-sop-class`, `unsupported-samples`.
///
/// Diagnostics: `several-recordings`, `derived-waveform`, `filtered`, `skew`, `gap`,
/// `padding-value`, `unusual-lead`, `duplicate-lead`, `truncated-tail`, `trailing-bytes`,
/// `transfer-syntax`, `annotations`.
const Format& dicomFormat();

}  // namespace ecg
