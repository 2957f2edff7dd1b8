#pragma once

#include <limits>
#include <optional>
#include <string>

#include "preprocess/formats/mfer/definitions.h"

namespace ecg::mfer {

/// A channel as its samples are to be read.
struct Channel {
  ChannelDefinitions definitions;
  std::size_t bytes = 2;  ///< of a sample
  double rate = 0;        ///< Hz
  bool rateStated = true;
  bool status = false;  ///< bits and no wave
  bool voltage = true;  ///< or of no stated unit
  bool scaled = true;   ///< false where the file gives no resolution: samples are in steps
  std::string name;
  std::string storedName;
  std::string unit = "mV";
  double offset = 0;
  std::optional<double> null;
  double numerator = 1, denominator = 1;  ///< of a step, in the unit

  /// A stored sample in the channel's unit; NaN where it is the NULL value or beyond a float.
  float value(double stored) const {
    const double out = (stored + offset) * numerator / denominator;
    const bool fits = out >= -3e38 && out <= 3e38;
    if (!fits || (null && stored == *null)) return std::numeric_limits<float>::quiet_NaN();
    return static_cast<float>(out);
  }
};

/// @param index from 0 on.
/// @throws InputError `bad-header`, `unsupported-sampling` (an interval that is no time).
Channel makeChannel(const Definitions& definitions, std::size_t index);

/// The sample of a data type that begins at `from`, which has all its bytes.
double sampleAt(const std::uint8_t* from, int type, bool big);

}  // namespace ecg::mfer
