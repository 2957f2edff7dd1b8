#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small MATLAB files by name, of level 4 and 5 and one of 7.3, one for each branch of the reader.
std::vector<std::pair<std::string, std::string>> matSeeds();

}  // namespace ecg::test
