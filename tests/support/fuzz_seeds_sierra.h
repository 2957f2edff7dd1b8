#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small Sierra ECG XML files by name, one for each branch of the reader.
std::vector<std::pair<std::string, std::string>> sierraSeeds();

}  // namespace ecg::test
