#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// An ECG as a device has it: whole steps of 5 uV, 500 of them a second and lead.
struct SteppedEcg {
  static constexpr double rate = 500, millivoltsPerStep = 0.005;

  std::vector<std::string> leads;       ///< names of standard leads
  std::vector<std::vector<int>> steps;  ///< [leads][samples]
};

/// Twelve leads of regular beats.
SteppedEcg steppedEcg(std::size_t samples);

/// The same ECG as a file of every format that we write and that says all that a reader has to
/// know: (file name, bytes). None but WFDB's two need each other.
std::vector<std::pair<std::string, std::string>> everyFormat(const SteppedEcg& ecg);

}  // namespace ecg::test
