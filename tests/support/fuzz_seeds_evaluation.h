#pragma once

#include <string>
#include <utility>
#include <vector>

namespace founder::test {

/// Label tables, score tables and calibrations by name; the first byte says which one it is.
std::vector<std::pair<std::string, std::string>> evaluationSeeds();

}  // namespace founder::test
