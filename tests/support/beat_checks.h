#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/beats/measure.h"
#include "tests/support/ecg_simulator.h"

namespace ecg::testing {

/// A simulated ECG and what was found in it.
struct Recovered {
  SimulatedRecording simulated;
  Beats beats;
  Measurements measured;
};

Recovered recover(const SimulatedEcg& settings);

/// Beats of the truth without one found within 150 ms (EC57), and found ones without a true one.
struct Mismatch {
  std::size_t missed = 0, extra = 0;
};
Mismatch mismatch(const Beats& truth, const Beats& found);

/// How far off one quantity was, over many recordings.
class Errors {
 public:
  void add(double error) { errors_.push_back(error); }
  /// Of a measurement in `unit`s of the truth; one that is missing on one side alone counts as
  /// missing. An angle's error is the shorter way round.
  void add(const Measurement& found, double truth, double unit = 1);
  void addAngle(const Measurement& found, double truth);

  std::size_t count() const { return errors_.size(); }
  std::size_t missing() const { return missing_; }
  double mean() const;
  double deviation() const;
  /// The one with the largest magnitude, with its sign.
  double worst() const;
  /// The part that is at most `limit`.
  double within(double limit) const;
  /// "mean -0.1, SD 1.2, worst 5.0 of 60, 0 missing"
  std::string summary() const;

 private:
  std::vector<double> errors_;
  std::size_t missing_ = 0;
};

/// The errors of all that `measure` gives.
struct MeasurementErrors {
  Errors heartRate, pr, qrs, qt;  ///< 1/min, ms
  Errors pAxis, qrsAxis, tAxis;   ///< degrees
  Errors r, s;                    ///< percent, of waves of at least 0.2 mV
  Errors st60;                    ///< microvolts

  void add(const Recovered& recovered);
  /// A line for each quantity.
  std::string table() const;
};

}  // namespace ecg::testing
