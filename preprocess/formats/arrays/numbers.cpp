#include "preprocess/formats/arrays/numbers.h"

#include <cmath>
#include <cstring>
#include <limits>

namespace ecg::arrays {
namespace {

double halfOf(std::uint64_t bits) {
  const int exponent = static_cast<int>(bits >> 10 & 0x1F);
  const auto fraction = static_cast<double>(bits & 0x3FF);
  const double sign = bits & 0x8000 ? -1 : 1;
  if (exponent == 0x1F)
    return fraction == 0 ? sign * std::numeric_limits<double>::infinity()
                         : std::numeric_limits<double>::quiet_NaN();
  return exponent == 0 ? sign * std::ldexp(fraction, -24)
                       : sign * std::ldexp(1024 + fraction, exponent - 25);
}

double realOf(std::uint64_t bits, std::size_t width) {
  if (width == 2) return halfOf(bits);
  if (width == 4) {
    const auto half = static_cast<std::uint32_t>(bits);
    float value;
    std::memcpy(&value, &half, sizeof value);
    return value;
  }
  double value;
  std::memcpy(&value, &bits, sizeof value);
  return value;
}

double integerOf(std::uint64_t bits, std::size_t width) {
  const std::uint64_t sign = std::uint64_t{1} << (8 * width - 1);
  if (!(bits & sign)) return static_cast<double>(bits);
  const std::uint64_t all = sign | (sign - 1);
  return -static_cast<double>((~bits & all) + 1);
}

}  // namespace

double Numbers::at(std::size_t index) const {
  const std::uint8_t* from = bytes.data + index * width;
  std::uint64_t bits = 0;
  for (std::size_t i = 0; i < width; ++i)
    bits = bits << 8 | from[order == ByteReader::Order::big ? i : width - 1 - i];
  if (kind == NumberKind::real) return realOf(bits, width);
  return kind == NumberKind::integer ? integerOf(bits, width) : static_cast<double>(bits);
}

std::vector<std::uint8_t> realBytes(const std::vector<double>& values) {
  std::vector<std::uint8_t> bytes;
  bytes.reserve(8 * values.size());
  for (double value : values) {
    std::uint64_t bits;
    std::memcpy(&bits, &value, sizeof bits);
    for (int shift = 0; shift < 64; shift += 8)
      bytes.push_back(static_cast<std::uint8_t>(bits >> shift));
  }
  return bytes;
}

}  // namespace ecg::arrays
