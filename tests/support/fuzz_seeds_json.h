#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small JSON recordings by name, one for each layout.
std::vector<std::pair<std::string, std::string>> jsonSeeds();

}  // namespace ecg::test
