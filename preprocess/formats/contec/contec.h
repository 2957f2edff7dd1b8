#pragma once

#include "preprocess/formats/reader.h"

namespace ecg {

/// Cases that the electrocardiograph Contec ECG90A stores on its card (`.ECG`). The maker publishes
/// no format; what is read is the layout that N. Rigacci found and published (Contec ECG90A ECG
/// File Format, rigacci.org, 2020): 43 bytes of header, rows of eight 16-bit values (II, III, V1 to
/// V6) around 2048, 0x6800 where there is no value, and 37 zeros. Files do not say their rate and
/// scale, which are asked for: he found 800 Hz and 200 steps a mV.
/// `Recording::format` is "contec".
///
/// Other models' files begin alike and go on otherwise: they are refused, and so is every file of
/// which not each byte fits.
///
/// `read` throws InputError: `unsupported-layout`, `unit-unknown`, `rate-unknown`, `bad-option`,
/// `no-signal`, `several-recordings`, `no-file`. Diagnostics: `empty-lead`.
const Format& contecFormat();

}  // namespace ecg
