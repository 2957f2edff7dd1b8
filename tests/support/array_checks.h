#pragma once

#include <string>
#include <utility>
#include <vector>

#include "tests/support/reader_checks.h"

namespace ecg::test {

using Floats = std::vector<float>;

inline Floats samplesOf(const Recording& r, std::size_t lead = 0) {
  return {r.lead(lead), r.lead(lead) + r.length};
}

/// Read options; 0 leaves a number unsaid.
inline ReadOptions given(double rate, double unitsPerMillivolt, std::vector<std::string> leads = {},
                         std::size_t recording = 1) {
  ReadOptions options;
  if (rate > 0) options.samplingRate = rate;
  if (unitsPerMillivolt > 0) options.unitsPerMillivolt = unitsPerMillivolt;
  options.leads = std::move(leads);
  options.recording = recording;
  return options;
}

inline ReadOptions bothGiven() { return given(500, 1); }

/// 0 to 99, over and over; over 100 numbers are no positions, then.
inline std::vector<double> ramp(std::size_t count) {
  std::vector<double> out(count);
  for (std::size_t i = 0; i < count; ++i) out[i] = static_cast<double>(i % 100);
  return out;
}

}  // namespace ecg::test
