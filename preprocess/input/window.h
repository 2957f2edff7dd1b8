#pragma once

#include <cstddef>
#include <vector>

#include "preprocess/input/input.h"
#include "preprocess/signal/signal.h"

namespace ecg {

/// One stretch of signal as a preset wants it, in place and in double: what is not a finite number
/// becomes 0 mV, then the preset's filters lead by lead, then one z-score over all leads.
///
/// `window` is leads x samples in mV; at 500 Hz for `founder` and `paper`, at any rate for
/// `ptbxl-eval`, which does not filter. The result depends on nothing outside the window. A window
/// whose leads are all constant becomes all zeros: a filter's rounding noise must not be scaled up.
///
/// - `founder`, after upstream's README and `filter_bandpass`: iirnotch(50, 30) and
///   butter(4, [0.67, 40]), both by filtfilt, minus medfilt(201).
/// - `ptbxl-eval`, after upstream's 150-class script: no filter.
/// - `paper`, after the manuscript: linear interpolation to 500 Hz, "high-pass cutoff 0.5 Hz",
///   "second-order 50 Hz Butterworth low-pass", "50/60-Hz notch", windows of 10 s or zero padding,
///   "the mean and standard deviation of each individual signal segment". It leaves open, and we
///   chose: the high-pass's kind and order (Butterworth, second, as the low-pass), the notch's
///   quality (30, as in `founder`), the order of the three (as listed), their phase (zero, by
///   filtfilt), whether windows are cut before or after them (before, so that each stands alone),
///   what a segment's mean is over (all leads, as in upstream's code, and before padding).
///
/// @param mainsHz the notch of `paper`: 50 or 60; the other presets ignore it.
/// @throws InputError `too-short` for a window shorter than the filters' edges (27 samples).
void conditionWindow(Signal& window, Preset preset, double mainsHz = 50);

/// `conditionWindow`, then the network's input: float32 [leads, 5000], a window of fewer samples
/// filled up with zeros at its end. For a stream: leads x at most 5000 samples at 500 Hz, in mV.
/// @throws std::invalid_argument for more than 5000 samples; InputError as conditionWindow.
std::vector<float> prepareWindow(Signal window, Preset preset, double mainsHz = 50);

/// Appends leads x 5000 values: the window's own, then zeros.
void appendPadded(const Signal& window, std::vector<float>& values);

/// True where every lead has one value throughout.
bool isFlat(const Signal& window);

}  // namespace ecg
