#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "preprocess/recording.h"

namespace ecg::testing {

/// A lead and its samples.
struct NamedLead {
  std::string name;
  std::vector<float> samples;
  std::string unit = "mV";
};

/// A recording of these leads, all of the same length.
Recording recordingOf(const std::vector<NamedLead>& leads, double samplingRate = 500);

/// True where a diagnostic of this code is among them.
bool says(const std::vector<Diagnostic>& diagnostics, const std::string& code);

/// The message of the first diagnostic of this code, or "".
std::string messageOf(const std::vector<Diagnostic>& diagnostics, const std::string& code);

}  // namespace ecg::testing
