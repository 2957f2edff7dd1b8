#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace ecg::sierra {

/// The leads of an XLI stream, and how many chunks come after them.
struct XliLeads {
  std::vector<std::vector<std::int32_t>> samples;
  std::size_t further = 0;
};

/// Undoes XLI, the compression of Philips cardiographs. Each lead is a chunk: four bytes of size,
/// two of a code and two of a first difference (low bytes first), then `size` bytes of LZW, from
/// which come the high bytes of all numbers and after them their low bytes. The first two numbers
/// are the first two samples, each other is 64 more than the second difference that the sample
/// after it has from a straight line: x[i] = 2 x[i-1] - x[i-2] - d[i-1], d[i] = number[i] - 64.
///
/// @param leads how many chunks to decode; those after them are counted.
/// @param length samples in each lead.
/// @throws InputError `truncated`, `bad-chunk`.
XliLeads decodeXli(const std::vector<std::uint8_t>& bytes, std::size_t leads, std::size_t length,
                   const std::string& file);

}  // namespace ecg::sierra
