#include "tests/support/base64_writer.h"

namespace ecg::test {

std::string encodeBase64(const std::string& bytes) {
  static const char digits[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
  std::string out;
  for (std::size_t i = 0, written = 0; i < bytes.size(); i += 3) {
    std::uint32_t bits = 0;
    for (std::size_t k = 0; k < 3; ++k)
      bits = bits << 8 | (i + k < bytes.size() ? static_cast<unsigned char>(bytes[i + k]) : 0u);
    for (std::size_t k = 0; k < 4; ++k)
      out += i + k <= bytes.size() ? digits[bits >> (18 - 6 * k) & 63] : '=';
    if ((written += 4) % 76 == 0) out += '\n';
  }
  return out;
}

std::string int16Bytes(const std::vector<int>& samples) {
  std::string bytes;
  for (const int sample : samples)
    bytes += {static_cast<char>(sample & 255), static_cast<char>(sample >> 8 & 255)};
  return bytes;
}

}  // namespace ecg::test
