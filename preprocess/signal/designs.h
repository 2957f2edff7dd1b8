#pragma once

#include "preprocess/signal/iir.h"

namespace ecg {

/// The fixed designs of the presets, all at 500 Hz: SciPy 1.10's own b, a and lfilter_zi, bit for
/// bit. Four poles of the 0.67 Hz edge lie within 0.01 of z = 1, so in the b, a form upstream uses
/// a last-bit change of a coefficient is visible in the output: constants are what can be trusted.
const IirFilter& founderBandpass();  ///< butter(4, [0.67, 40], 'bandpass', fs=500)
const IirFilter& paperHighpass();    ///< butter(2, 0.5, 'highpass', fs=500)
const IirFilter& paperLowpass();     ///< butter(2, 50, 'lowpass', fs=500)
const IirFilter& notch50();          ///< iirnotch(50, 30, 500)
const IirFilter& notch60();          ///< iirnotch(60, 30, 500)

}  // namespace ecg
