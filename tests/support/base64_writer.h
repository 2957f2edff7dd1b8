#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::test {

/// The base64 text of bytes, in lines of 76 characters, padded.
std::string encodeBase64(const std::string& bytes);

/// Samples as 16 bits with sign, the low byte first.
std::string int16Bytes(const std::vector<int>& samples);

}  // namespace ecg::test
