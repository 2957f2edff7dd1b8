#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::testing {

/// Short ECGs as `fuzz_beats` reads them: a header of eight bytes, then samples.
std::vector<std::pair<std::string, std::string>> beatSeeds();

}  // namespace ecg::testing
