#pragma once

#include <array>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "preprocess/beats/beat.h"
#include "preprocess/recording.h"
#include "tests/support/simulator/electrodes.h"

namespace ecg::testing {

/// `sinus` at any PR (a long one is a first-degree AV block); `atrialFibrillation`: irregular, no
/// P, fibrillatory waves; `pacedVentricular`: a spike before each QRS, no P; `pacedDual`: before
/// each P too; `none`: no heart at all, only what disturbs.
enum class Rhythm { sinus, atrialFibrillation, pacedVentricular, pacedDual, none };

struct PWave {
  double duration = 100;     ///< ms
  double axis = 60;          ///< degrees
  double millivolts = 0.12;  ///< 0: no P wave
};

/// What the three parts of a QRS are in a chest lead, mV: {0.2, -1, -0.3} is an rS.
struct ChestQrs {
  double initial = 0, main = 0, terminal = 0;
};

struct QrsComplex {
  double duration = 90;     ///< ms
  double axis = 45;         ///< degrees
  double millivolts = 1.2;  ///< of the main part
  double backward = 0.3;    ///< how much of it points to the back: deepens S in V1 to V3
  /// V1 to V6 as given here, not as the dipole has it.
  std::optional<std::array<ChestQrs, 6>> chest;
};

struct TWave {
  double duration = 0;      ///< ms; 0: 55 % of QT - QRS
  double axis = 40;         ///< degrees
  double millivolts = 0.3;  ///< 0: no T wave
};

/// Ventricular premature beats, each in place of a beat of the rhythm; the beat after it comes when
/// it would have come without it (full compensatory pause).
struct Ectopy {
  int every = 0;          ///< each k-th beat: 2 is bigeminy, 3 trigeminy; 0: none
  double chance = 0;      ///< of each beat to be one, never two in a row
  double coupling = 0.6;  ///< from the QRS onset before, of the RR interval
  QrsComplex qrs = {150, -110, 1.6, -0.3, {}};
  TWave t = {0, 60, 0.45};
};

/// An electrode that moves: a step, which is forgotten with a time constant.
struct MotionStep {
  Electrode electrode = Electrode::LA;
  double at = 5;          ///< s
  double millivolts = 1;  ///< of that electrode: in a lead to which it contributes fully
  double recovery = 0;    ///< s; 0: the level stays
};

/// What the electrodes and the recorder add. Mains and wander have the amplitude given here in I,
/// II, III and V1 to V6, muscle noise this standard deviation; in aVR, aVL and aVF it is 0.87 of
/// it.
struct Disturbance {
  double mains = 0;            ///< microvolts, amplitude
  double mainsFrequency = 50;  ///< Hz
  double muscle = 0;           ///< microvolts RMS, Gaussian, 20 to 150 Hz
  double wander = 0;           ///< mV, amplitude: breathing at 0.25 Hz and slower drift
  std::vector<MotionStep> steps;
  std::vector<std::pair<Electrode, Electrode>> swapped;   ///< cables, one pair after the other
  double rail = std::numeric_limits<double>::infinity();  ///< mV: each lead is clipped there
  double resolution = 0;             ///< microvolts of a digital step of each lead; 0: 2^-17 mV
  std::vector<std::string> flat;     ///< leads that are zero throughout
  std::vector<std::string> missing;  ///< leads that are NaN throughout
};

/// What a synthetic ECG is made from. An axis is the direction of the wave's net area in the
/// frontal plane, atan2(2 / sqrt(3) * area(aVF), area(I)); "millivolts" of a wave is what a bipolar
/// limb lead along its axis shows. `st` adds to what the QRS and T show, and to their areas.
struct SimulatedEcg {
  std::uint64_t seed = 1;
  double seconds = 10;
  double samplingRate = 500;
  std::vector<std::string> leads;  ///< of the twelve; empty: all, in their usual order

  Rhythm rhythm = Rhythm::sinus;
  double heartRate = 70;  ///< 1/min, of the rhythm without ectopic beats
  double jitter = 0;      ///< standard deviation of RR, as a share of it
  double breathing = 0;   ///< respiratory arrhythmia: RR rises and falls by this share of it
  double firstQrs = 0.5;  ///< s, onset of the first beat's QRS; may be negative
  double pr = 160;        ///< ms, P onset to QRS onset
  double qt = 0;          ///< ms; 0: 400 ms corrected by Fridericia
  PWave p;
  QrsComplex qrs;
  TWave t;
  std::array<double, 8> st{};  ///< mV at J + 60 ms in I, II, V1 to V6; the other leads follow
  Ectopy ectopy;
  double fibrillation = 0.1;  ///< mV, amplitude of the fibrillatory waves in V1
  double spike = 4;           ///< mV, of a pacemaker's pulse of 1 ms in the frontal plane
  Disturbance disturbance;
};

/// What the beats of the rhythm show in one lead, mV from the isoelectric line, without
/// disturbances. Q and S are at most 0. Without an R wave of 0.05 mV the largest deflection is `q`.
struct LeadTruth {
  double p = 0, q = 0, r = 0, s = 0, t = 0;
  double st60 = 0;  ///< at J + 60 ms
};

/// What is true of a simulated ECG. NaN where there is no such wave.
struct EcgTruth {
  Beats beats;                 ///< the leads' own marks too, see `simulate`
  std::vector<double> spikes;  ///< s, start of each pacemaker's pulse
  double heartRate = 0;        ///< 1/min, from the mean RR of all beats
  double pr = Wave::unknown, qrs = Wave::unknown, qt = Wave::unknown;
  /// Degrees, in (-180, 180].
  double pAxis = Wave::unknown, qrsAxis = Wave::unknown, tAxis = Wave::unknown;
  std::vector<LeadTruth> leads;  ///< in the recording's order
};

struct SimulatedRecording {
  Recording recording;
  EcgTruth truth;
};

/// A synthetic ECG: a dipole that turns and grows through bumps of finite support, seen from the
/// electrodes through Dower's lead field (see electrodes.h). Outside of its waves, ST segment and
/// spikes the heart is exactly 0 but for fibrillation. I + III = II and aVR + aVL + aVF = 0 hold
/// exactly, also with noise, motion and exchanged cables, unless a lead is clipped or rounded
/// (`rail`, `resolution`).
///
/// Only beats whose QRS is wholly within the recording are there; of a P or T wave that an end cuts
/// the truth is unknown, as are all waves of a lead that is flat or missing. Waves of neighbouring
/// beats that overlap add: they are apart where PR + QT < RR. In a lead a wave begins and
/// ends with its first and last part of at least 10 microvolts, and its QRS peaks at the R peak or,
/// without an R wave of 0.05 mV, at the largest deflection; over all leads it peaks with the main
/// part. The same seed gives the same samples, natively and as WebAssembly.
/// @throws std::invalid_argument for a lead that is not one of the twelve.
SimulatedRecording simulate(const SimulatedEcg& settings);

/// The settings with the voltages of left ventricular hypertrophy: Sokolow-Lyon (SV1 + RV5) above
/// 3.5 mV, RaVL above 1.1 mV, T opposed to QRS.
SimulatedEcg withLeftHypertrophy(SimulatedEcg settings);

}  // namespace ecg::testing
