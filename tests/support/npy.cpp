#include "tests/support/npy.h"

#include <cstring>
#include <fstream>
#include <iterator>
#include <sstream>
#include <stdexcept>

namespace ecg::testing {
namespace {

template <typename T>
std::vector<double> valuesOf(const std::string& bytes, std::size_t begin) {
  std::vector<double> out;
  for (std::size_t at = begin; at + sizeof(T) <= bytes.size(); at += sizeof(T)) {
    T value;
    std::memcpy(&value, bytes.data() + at, sizeof value);
    out.push_back(value);
  }
  return out;
}

std::vector<std::size_t> shapeOf(const std::string& header) {
  const auto open = header.find('(', header.find("'shape'"));
  std::istringstream text(header.substr(open + 1, header.find(')', open) - open - 1));
  std::vector<std::size_t> shape;
  for (std::size_t size; text >> size; text.ignore(1)) shape.push_back(size);
  return shape;
}

}  // namespace

NpyArray readNpy(const std::string& path) {
  std::ifstream file(path, std::ios::binary);
  const std::string bytes((std::istreambuf_iterator<char>(file)), {});
  if (bytes.compare(0, 8, std::string("\x93NUMPY\x01\x00", 8)) != 0)
    throw std::runtime_error(path + ": not a .npy file of format 1.0");
  const std::size_t headerSize =
      static_cast<unsigned char>(bytes.at(8)) + 256u * static_cast<unsigned char>(bytes.at(9));
  const std::string header = bytes.substr(10, headerSize);
  if (header.find("'fortran_order': False") == std::string::npos)
    throw std::runtime_error(path + ": not in C order");
  NpyArray array;
  array.shape = shapeOf(header);
  if (header.find("<f8") != std::string::npos)
    array.values = valuesOf<double>(bytes, 10 + headerSize);
  else if (header.find("<f4") != std::string::npos)
    array.values = valuesOf<float>(bytes, 10 + headerSize);
  else
    throw std::runtime_error(path + ": neither float32 nor float64");
  std::size_t count = 1;
  for (std::size_t size : array.shape) count *= size;
  if (count != array.values.size()) throw std::runtime_error(path + ": truncated");
  return array;
}

}  // namespace ecg::testing
