#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/beats/beat.h"
#include "preprocess/recording.h"

namespace ecg {

/// What was measured, over the beats that it rests on.
struct Measurement {
  double value = Wave::unknown;   ///< median over beats; NaN where it cannot be measured
  double spread = Wave::unknown;  ///< standard deviation over beats; NaN of fewer than two
  std::size_t beats = 0;
  std::string reason;  ///< why not, one sentence; empty where there is a value
};

/// Medians over beats in one lead, mV; NaN where there is no such wave.
struct LeadMeasurements {
  std::string lead;
  Measurement p, q, r, s, t;
  Measurement st60;  ///< at J + 60 ms, against the level before the QRS
};

/// Frontal axes in degrees, (-180, 180].
struct Axes {
  Measurement p, qrs, t;
};

/// How the QT interval is corrected for the heart rate, ms: Bazett 1920, Fridericia 1920, Sagie et
/// al. 1992 (Framingham), Hodges et al. 1983.
struct CorrectedQt {
  Measurement bazett, fridericia, framingham, hodges;
};

/// Voltages of left ventricular hypertrophy, mV, the S being all of a QS complex: SV1 + the larger
/// of RV5 and RV6 (Sokolow and Lyon 1949: from 3.5), RaVL + SV3 (Casale et al. 1985, Cornell:
/// above 2.8 in men and 2.0 in women), RaVL (from 1.1).
struct HypertrophyVoltages {
  Measurement sokolowLyon, cornell, rAvl;
};

/// Variability of the intervals between normal beats that follow each other (Task Force 1996), ms;
/// pNN50 in percent. `beats` is how many intervals they rest on.
struct HeartRateVariability {
  Measurement sdnn, rmssd, pnn50;
};

/// What a cardiologist measures of a recording. Intervals in ms, of normal beats.
struct Measurements {
  Measurement heartRate;  ///< 1/min, of all beats: 60 over the mean RR interval
  Measurement rr;         ///< ms
  std::string rhythm;     ///< "regular", "irregular", or empty where there are too few beats
  Measurement pr, qrs, qt;
  CorrectedQt qtc;
  Axes axis;
  HypertrophyVoltages hypertrophy;
  HeartRateVariability variability;
  std::vector<LeadMeasurements> leads;
};

/// Measures the beats that `findBeats` found in a recording.
///
/// An interval is the median over normal beats, from the marks of all leads together. It has no
/// value but a reason where it cannot be measured honestly: PR without P waves before at least half
/// of the beats, QT of paced beats, an axis without two limb leads. The axis is the direction of a
/// wave's net area, atan2(2 / sqrt(3) * area(aVF), area(I)).
Measurements measure(const Recording& recording, const Beats& beats);

}  // namespace ecg
