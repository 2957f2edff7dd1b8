#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// EDF (Kemp et al. 1992), EDF+ (Kemp and Olivan 2003) and BioSemi's 24-bit BDF, recognised by the
/// header's first bytes and its arithmetic. Recording.format is `edf`, `edf+`, `bdf` or `bdf+`.
///
/// The signals of the ECG's sampling rate become leads; signals of another rate are left out and
/// said. The gaps of a discontinuous file (EDF+D) become NaN. Voltages are given in mV, other units
/// stay. Annotations are counted, never read: they may name the patient.
const Format& edfFormat();

}  // namespace ecg
