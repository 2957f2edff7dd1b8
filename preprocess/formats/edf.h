#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// EDF (Kemp et al. 1992, Electroencephalogr Clin Neurophysiol 82:391), EDF+ continuous and
/// discontinuous (Kemp & Olivan 2003, Clin Neurophysiol 114:1755), and their 24-bit kin BDF
/// (BioSemi) and BDF+. `Recording::format` is "edf", "edf+", "bdf" or "bdf+".
///
/// A Recording has one rate: that of the ECG leads, known by their labels or else by a voltage
/// unit. Every signal of that rate becomes a lead; a diagnostic `other-rate` names each of the
/// others. Voltages are in mV; other signals keep their unit. The gaps of EDF+D are NaN.
/// Annotations are counted, not read: their text may identify the patient.
///
/// `read` throws InputError: `not-edf`, `truncated`, `bad-header`, `no-signal`, `unit-unknown`,
/// `bad-record-times`, `gap-too-long`, `several-recordings`, `no-file`.
const Format& edfFormat();

}  // namespace ecg
