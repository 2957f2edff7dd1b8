#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small Schiller XML files by name, one for each branch of the reader.
std::vector<std::pair<std::string, std::string>> schillerSeeds();

}  // namespace ecg::test
