#pragma once

#include <cstddef>
#include <optional>
#include <string>
#include <vector>

#include "preprocess/error.h"
#include "preprocess/recording.h"

namespace ecg {

inline constexpr double modelSamplingRate = 500;         ///< Hz
inline constexpr std::size_t modelWindowSamples = 5000;  ///< 10 s
inline constexpr double shortestRecordingSeconds = 2.5;

/// The three ways in which upstream prepares its input (DESIGN: `founder` is the default).
enum class Preset { founder, ptbxlEval, paper };

/// `founder`, `ptbxl-eval`, `paper`.
/// @throws InputError `unknown-preset`, naming the three.
Preset presetFromName(const std::string& name);
const char* presetName(Preset preset);

struct InputOptions {
  Preset preset = Preset::founder;
  std::size_t leads = 12;     ///< what the model takes: 12 or 1
  double strideSeconds = 10;  ///< from the start of a window to the next, > 0
  std::optional<std::string>
      lead;             ///< for a 1-lead model: which lead of the recording (default: I)
  double mainsHz = 50;  ///< notch of the `paper` preset: 50 or 60
};

/// Where in the recording a window lies. The last window is moved back so that it ends with the
/// recording and nothing is left out or padded; only a recording under 10 s is padded. Less than a
/// sample short of 10 s is 10 s, and a tail of one sample gets no window of its own.
struct Window {
  double startSeconds = 0;
  double paddedSeconds = 0;    ///< zeros (the mean, after z-scoring) appended at the end
  double missingFraction = 0;  ///< share of recorded samples that were NaN and became 0 mV
};

/// What the network takes: float32 [windows, leads, 5000], z-scored, and what was done to get
/// there.
struct ModelInput {
  std::vector<Window> windows;
  std::vector<std::string> leads;       ///< in the model's order
  std::vector<float> values;            ///< values[(w * leads.size() + l) * 5000 + t]
  std::vector<Diagnostic> diagnostics;  ///< derived leads, resampling, padding, filled gaps
};

/// Recording -> windows of model input. Each window is prepared as a 10 s recording of its own
/// would be (see input/window.h), after the whole recording was brought to 500 Hz (see
/// input/source.h).
///
/// Diagnostics, besides those of leads/derive.h: `resampled`, `low-rate` (below 100 Hz),
/// `missing-samples`, `infinite-samples`, `missing-lead-signal`, `flat-lead`, `flat-window`,
/// `padded`, `calibration-left-out`.
/// @throws InputError `too-short` below 2.5 s, `missing-leads` when the model's leads are neither
///   stored nor derivable, `bad-option` for an option out of range, `bad-rate`, `rate-too-low`
///   (below 50 Hz), `rate-too-high` (above 50 kHz), `too-many-windows` (over 1 GiB of them),
///   `bad-recording` for samples that are not leads x length.
ModelInput prepareInput(const Recording& recording, const InputOptions& options = {});

}  // namespace ecg
