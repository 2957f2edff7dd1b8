#pragma once

#include "preprocess/formats/dicom/samples.h"
#include "preprocess/recording.h"

namespace ecg::dicom {

/// Puts NaN where samples have the file's Waveform Padding Value (5400,100A), and says so: `gap`.
///
/// Some devices name a padding value that measured samples have too, such as 0. Where it lies among
/// a channel's other samples, only runs of it of a second or more are missing, and the rest stay as
/// measured: `padding-value` says how many.
void applyPadding(const Samples& samples, Recording& recording);

}  // namespace ecg::dicom
