#pragma once

#include <string>
#include <vector>

namespace ecg::test {

/// LZW with codes of 10 bits, as Philips cardiographs write it, with the code 1023 at the end.
std::string packLzw(const std::string& bytes);

/// One XLI chunk. At least two samples.
std::string xliChunk(const std::vector<int>& samples);

/// What XLI stores for leads of which the first six are I, II, III, aVR, aVL and aVF.
std::vector<std::vector<int>> storedForXli(std::vector<std::vector<int>> leads);

}  // namespace ecg::test
