#pragma once

#include <cstddef>
#include <vector>

namespace ecg::quality {

/// What can be wrong with a lead or a recording.
enum class Defect {
  flat,                ///< `flat`
  missing,             ///< `missing`
  clipped,             ///< `clipped`
  wander,              ///< `baseline-wander`
  noise,               ///< `muscle-noise`
  mains,               ///< `mains-hum`
  steps,               ///< `motion-step`
  lowSignal,           ///< `low-signal`
  unlikeBeats,         ///< `unlike-beats`
  noBeats,             ///< `no-beats`
  tooShort,            ///< `too-short`
  noSignal,            ///< `no-signal`
  armReversal,         ///< `arm-electrodes-reversed`
  limbReversal,        ///< `limb-electrodes-reversed`
  rightLeg,            ///< `right-leg-electrode`
  precordialReversal,  ///< `precordial-electrodes-reversed`
  einthoven,           ///< `einthoven`
  duplicate,           ///< `duplicate-leads`
  count
};

inline constexpr std::size_t wholeRecording = static_cast<std::size_t>(-1);

/// A defect in a window.
struct Finding {
  Defect defect;
  std::size_t lead = wholeRecording;  ///< index into Quality::leads
  double figure = 0;                  ///< in the unit that its sentence states
  std::size_t other = 0;              ///< the lead or the swap that the sentence also names
};

}  // namespace ecg::quality
