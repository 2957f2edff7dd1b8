#pragma once

#include <cstddef>
#include <optional>
#include <vector>

#include "preprocess/recording.h"
#include "preprocess/signal/resample.h"
#include "preprocess/signal/signal.h"

namespace ecg {

/// The rate at which beats are found and delineated, Hz.
inline constexpr double beatRate = 500;

/// Samples at `beatRate` in so many seconds.
constexpr std::size_t beatSamples(double seconds) {
  return static_cast<std::size_t>(seconds * beatRate + 0.5);
}

/// A stretch of a recording at `beatRate`, the leads in mV alone.
struct Stretch {
  Signal signal;
  std::vector<std::size_t> leads;  ///< of the recording
  double startSeconds = 0;         ///< of its first sample
  /// Of what lies between the two, and nothing else, this stretch answers.
  double ownFrom = 0, ownTo = 0;
};

/// How a recording is cut: stretches of a minute, each with some seconds of its neighbours on both
/// sides, so that a day needs no more memory than a minute and no beat is cut in two. A recording
/// of up to a minute and a half is one; one below 50 Hz or above 50 kHz is none.
class Stretches {
 public:
  explicit Stretches(const Recording& recording);

  std::size_t count() const { return count_; }
  /// Resampled by a Kaiser-windowed sinc where the rate is another. Missing samples (NaN) are
  /// joined by a line, infinite ones are taken as missing.
  Stretch cut(std::size_t index) const;

 private:
  const Recording& recording_;
  std::vector<std::size_t> leads_;
  std::size_t length_;  ///< samples, without a pulse that calibrates at the end
  double seconds_, step_;
  std::size_t count_;
  std::optional<SincResampler> resampler_;
};

}  // namespace ecg
