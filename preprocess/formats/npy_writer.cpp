#include "preprocess/formats/npy_writer.h"

#include <cstring>
#include <string>

namespace ecg {

std::vector<std::uint8_t> writeNpy(const float* data, const std::vector<std::size_t>& shape) {
  std::string dimensions;
  std::size_t count = 1;
  for (const std::size_t dimension : shape) {
    dimensions += std::to_string(dimension) + (shape.size() == 1 ? "," : ", ");
    count *= dimension;
  }
  if (shape.size() > 1) dimensions.resize(dimensions.size() - 2);

  // Magic, version and length take 10 bytes; the data starts at a multiple of 64.
  std::string header =
      "{'descr': '<f4', 'fortran_order': False, 'shape': (" + dimensions + "), }";
  header.resize((10 + header.size() + 1 + 63) / 64 * 64 - 10 - 1, ' ');
  header += '\n';
  const std::string start = std::string("\x93NUMPY\x01", 7) + '\0' +
                            static_cast<char>(header.size() & 0xFF) +
                            static_cast<char>(header.size() >> 8) + header;

  std::vector<std::uint8_t> bytes(start.begin(), start.end());
  bytes.resize(start.size() + count * sizeof(float));
  if (count > 0) std::memcpy(bytes.data() + start.size(), data, count * sizeof(float));
  return bytes;
}

}  // namespace ecg
