#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small EDF, EDF+C, EDF+D and BDF files: name and bytes.
std::vector<std::pair<std::string, std::string>> edfSeeds();

}  // namespace ecg::test
