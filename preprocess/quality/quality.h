#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/recording.h"

namespace ecg {

/// `good`: nothing to complain of; `usable`: with the defects that the reasons name; `unusable`:
/// record again before anything is read from it.
enum class Verdict { good, usable, unusable };

/// `good`, `usable`, `unusable`.
const char* verdictName(Verdict verdict);

/// What is wrong, in words that say what to redo. The codes are those of quality/defect.h.
struct QualityReason {
  std::string code;     ///< stable, kebab-case
  std::string lead;     ///< empty: the whole recording
  std::string message;  ///< one sentence
};

/// What was measured in one lead; in a recording of several windows the median of the windows,
/// but the flat time, the steps (sums) and the largest step.
struct LeadQuality {
  std::size_t lead = 0;  ///< of the recording
  Verdict verdict = Verdict::good;
  double missing = 0;      ///< share of the samples
  double range = 0;        ///< mV, from the lowest to the highest sample
  double flatSeconds = 0;  ///< longest time within 10 uV
  double clipped = 0;      ///< share of the samples that lie at a limit
  double wander = 0;       ///< mV, range of the baseline
  double step = 0;         ///< mV, the largest lasting jump
  double steps = 0;        ///< jumps of more than 1 mV
  double noise = 0;        ///< uV, root mean square of what muscles add between the QRS complexes
  double noisy = 0;        ///< share of the time that this is above 50 uV
  double mains = 0;        ///< uV, amplitude of the hum
  double mainsHz = 0;      ///< 50 or 60; 0 none
  double qrs = 0;          ///< mV, range of the QRS complex
  double likeness = 0;     ///< correlation of the QRS complexes with their mean
  double snr = 0;          ///< dB, QRS complex over what changes from beat to beat
  std::size_t beats = 0;   ///< that the last three rest on, in a window
};

/// Whether a recording is fit to interpret.
struct Quality {
  Verdict verdict = Verdict::good;
  std::vector<QualityReason> reasons;  ///< empty where it is good
  std::vector<LeadQuality> leads;      ///< those in mV
  double mainsHz = 0;                  ///< of the lead that hums most; 0 none
  std::size_t windows = 0;             ///< of 10 s that were judged
  std::size_t unusableWindows = 0;
};

/// Judges the raw signal of the leads in mV, in windows of 10 s (the nearest length that fills the
/// recording); of a long recording some hundred that are spread over it. Never fails.
///
/// A window is judged by the score of its leads (quality/score.h): where twelve leads were
/// recorded, one that is lost makes the window unusable, as the readers of the CinC 2011 challenge
/// held it (Moody 2011); of fewer, one that is fit to read is enough. A recording is unusable where
/// half of its windows are. Swapped electrodes, doubled leads and leads that contradict each other
/// are reasons, but leave a recording usable.
///
/// @param qrsSeconds times of the QRS complexes, seconds from the start
Quality assessQuality(const Recording& recording, const std::vector<double>& qrsSeconds);

}  // namespace ecg
