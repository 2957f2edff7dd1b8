#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::xml {

/// The samples of bytes, 16 bits with sign, the low byte first.
/// @throws InputError `truncated` where the last one is half.
/// @param where file and lead, for the message: "x.xml, lead V1".
std::vector<std::int16_t> int16Samples(const std::vector<std::uint8_t>& bytes,
                                       const std::string& where);

}  // namespace ecg::xml
