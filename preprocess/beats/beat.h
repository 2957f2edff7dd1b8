#pragma once

#include <cstddef>
#include <limits>
#include <vector>

namespace ecg {

/// Where a wave begins, peaks and ends, in seconds from the start of the recording; NaN where that
/// cannot be told.
struct Wave {
  static constexpr double unknown = std::numeric_limits<double>::quiet_NaN();
  double onset = unknown;
  double peak = unknown;
  double offset = unknown;

  bool found() const { return peak == peak; }
};

/// The waves of one beat. `qrs.peak` is the R peak or, without an R wave, the largest deflection.
struct BeatWaves {
  Wave p, qrs, t;
};

/// `normal`: conducted like most beats of the recording; `ventricular`: wide and of another shape;
/// `paced`: a pacemaker's spike starts it.
enum class BeatClass { normal, ventricular, paced };

/// `normal`, `ventricular`, `paced`.
const char* beatClassName(BeatClass beatClass);

/// A beat as all leads together show it: a wave begins where it begins first, and ends where it
/// ends last.
struct Beat {
  BeatClass beatClass = BeatClass::normal;
  BeatWaves waves;
};

/// How high the waves of one beat are in one lead, mV from the level just before the QRS, and what
/// area they enclose, mV s. NaN where there is no such wave. Q and S are at most 0.
struct BeatAmplitudes {
  float p, q, r, s, t;
  float st60;  ///< 60 ms after the J point
  float pArea, qrsArea, tArea;
};

/// The same beats in one lead, in the same order.
struct LeadBeats {
  std::size_t lead = 0;  ///< of the recording
  std::vector<BeatWaves> waves;
  std::vector<BeatAmplitudes> amplitudes;  ///< between the marks of all leads together
};

/// The beats of a recording, by time.
struct Beats {
  std::vector<Beat> all;
  std::vector<LeadBeats> leads;  ///< those in mV
  std::vector<double> spikes;    ///< of a pacemaker, seconds, one for each paced beat
};

}  // namespace ecg
