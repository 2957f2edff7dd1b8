#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small Apple Health and Polar files by name, one for each dialect.
std::vector<std::pair<std::string, std::string>> appleSeeds();
std::vector<std::pair<std::string, std::string>> polarSeeds();
std::vector<std::pair<std::string, std::string>> wearableSeeds();

}  // namespace ecg::test
