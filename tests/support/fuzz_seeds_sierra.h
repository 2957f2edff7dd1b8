#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small Sierra ECG XML files by name, one for each branch of the reader.
std::vector<std::pair<std::string, std::string>> sierraSeeds();

/// XLI streams for fuzz_sierra: leads - 1, length - 1 in two bytes, and the chunks.
std::vector<std::pair<std::string, std::string>> xliSeeds();

}  // namespace ecg::test
