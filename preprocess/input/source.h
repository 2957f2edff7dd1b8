#pragma once

#include <cstddef>
#include <optional>

#include "preprocess/input/input.h"
#include "preprocess/signal/signal.h"

namespace ecg {

/// The rate at which windows are cut: 500 Hz, except for `ptbxl-eval`, which z-scores at the
/// recording's own rate and interpolates after.
double workingRate(const Recording& recording, Preset preset);

/// Samples a lead at the working rate: round(n * 500 / rate), halves to even as Python's round. A
/// recording less than one of its own samples short of 10 s is 10 s: 5136 samples at 513.625 Hz, of
/// which 5136.25 would be needed, give 5000.
std::size_t samplesAtModelRate(const Recording& recording);

/// A recording at its working rate, from which windows are cut. Missing samples are 0 mV.
///
/// `founder` brings a recording of another rate to 500 Hz as `scipy.signal.resample`, up to 2^20
/// samples a lead, and by a Kaiser-windowed sinc beyond; `paper` by linear interpolation.
class WindowSource {
 public:
  WindowSource(const Recording& recording, Preset preset);

  std::size_t length() const { return length_; }
  /// Leads x `samples` values from sample `start` on, in mV.
  Signal cut(std::size_t start, std::size_t samples) const;
  /// How the recording was brought to 500 Hz, for people; empty where it was not.
  const char* method() const { return method_; }

 private:
  const Recording& recording_;
  std::size_t length_;
  const char* method_ = "";
  std::optional<Signal> resampled_;
};

}  // namespace ecg
