#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small tables by name, one for each dialect; the first byte chooses the fuzzer's read options.
std::vector<std::pair<std::string, std::string>> csvSeeds();

}  // namespace ecg::test
