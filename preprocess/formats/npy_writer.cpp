#include "preprocess/formats/npy_writer.h"

#include <cstring>
#include <string>

namespace ecg {
namespace {

std::string header(const std::vector<std::size_t>& shape) {
  constexpr std::size_t preamble = 10, alignment = 64;
  std::string out = "{'descr': '<f4', 'fortran_order': False, 'shape': (";
  for (std::size_t i = 0; i < shape.size(); ++i) out += (i ? ", " : "") + std::to_string(shape[i]);
  out += shape.size() == 1 ? ",), }" : "), }";
  while ((preamble + out.size() + 1) % alignment != 0) out += ' ';
  return out + '\n';
}

}  // namespace

std::vector<std::uint8_t> writeNpy(const float* data, const std::vector<std::size_t>& shape) {
  const std::string text = header(shape);
  std::vector<std::uint8_t> out = {0x93, 'N', 'U', 'M', 'P', 'Y', 1, 0};
  out.push_back(static_cast<std::uint8_t>(text.size() & 0xFF));
  out.push_back(static_cast<std::uint8_t>(text.size() >> 8));
  out.insert(out.end(), text.begin(), text.end());
  std::size_t count = 1;
  for (std::size_t extent : shape) count *= extent;
  out.reserve(out.size() + 4 * count);
  for (std::size_t i = 0; i < count; ++i) {
    std::uint32_t bits;
    std::memcpy(&bits, data + i, sizeof bits);
    for (int shift = 0; shift < 32; shift += 8)
      out.push_back(static_cast<std::uint8_t>(bits >> shift & 0xFF));
  }
  return out;
}

}  // namespace ecg
