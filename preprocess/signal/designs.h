#pragma once

#include "preprocess/signal/iir.h"

namespace ecg {

/// The fixed designs of the presets, all at 500 Hz: SciPy 1.10's own b, a and lfilter_zi, bit for
/// bit. Four poles of the band-pass lie within 0.01 of z = 1, so in the b, a form that upstream
/// uses rounding errors grow by ten decades: a change in the last bit of a coefficient or of the
/// signal moves SciPy's own z-scored output by some 4e-6. Hence constants, and SciPy's order of
/// operations.
const IirFilter& founderBandpass();  ///< butter(4, [0.67, 40], 'bandpass', fs=500)
const IirFilter& paperHighpass();    ///< butter(2, 0.5, 'highpass', fs=500)
const IirFilter& paperLowpass();     ///< butter(2, 50, 'lowpass', fs=500)
const IirFilter& notch50();          ///< iirnotch(50, 30, 500)
const IirFilter& notch60();          ///< iirnotch(60, 30, 500)

}  // namespace ecg
