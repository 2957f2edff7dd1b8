#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small SCP-ECG records by name, one for each branch of the reader.
std::vector<std::pair<std::string, std::string>> scpSeeds();

}  // namespace ecg::test
