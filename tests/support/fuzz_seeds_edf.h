#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small EDF, EDF+ and BDF files by name, one for each branch of the reader.
std::vector<std::pair<std::string, std::string>> edfSeeds();

}  // namespace ecg::test
