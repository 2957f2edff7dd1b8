#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ecg::test {

/// Small deflate streams by name, raw and in zlib's framing, of every kind of block.
std::vector<std::pair<std::string, std::string>> deflateSeeds();

}  // namespace ecg::test
