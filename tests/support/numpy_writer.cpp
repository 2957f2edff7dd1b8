#include "tests/support/numpy_writer.h"

#include <cmath>
#include <cstdlib>
#include <cstring>

#include "preprocess/formats/crc32.h"
#include "preprocess/formats/deflate/inflate.h"
#include "tests/support/deflate_writer.h"

namespace ecg::test {
namespace {

std::uint64_t halfBits(double value) {
  const std::uint64_t sign = std::signbit(value) ? 0x8000 : 0;
  if (std::isnan(value)) return 0x7E00;
  if (std::isinf(value)) return sign | 0x7C00;
  if (value == 0) return sign;
  int exponent;
  const double fraction = std::frexp(std::fabs(value), &exponent);  // of values a half has exactly
  if (exponent < -13) return sign | static_cast<std::uint64_t>(std::ldexp(std::fabs(value), 24));
  return sign | static_cast<std::uint64_t>(exponent + 14) << 10 |
         static_cast<std::uint64_t>(std::ldexp(2 * fraction - 1, 10));
}

std::string dictionary(const NumpyArray& array) {
  std::string out = "{'descr': '" + array.type +
                    "', 'fortran_order': " + (array.fortran ? "True" : "False") + ", 'shape': (";
  for (std::size_t side : array.shape) out += std::to_string(side) + ",";
  return out + "), }";
}

ByteView viewOf(const std::string& bytes) {
  return {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()};
}

std::size_t numberAt(const std::string& bytes, std::size_t at, std::size_t count) {
  std::size_t value = 0;
  for (std::size_t i = 0; i < count; ++i)
    value |= std::size_t{static_cast<unsigned char>(bytes[at + i])} << 8 * i;
  return value;
}

}  // namespace

std::string numberBytes(double value, char kind, std::size_t width, bool bigEndian) {
  std::uint64_t bits = 0;
  if (kind == 'f' && width == 8) std::memcpy(&bits, &value, 8);
  if (kind == 'f' && width == 2) bits = halfBits(value);
  if (kind == 'f' && width == 4) {
    const auto single = static_cast<float>(value);
    std::memcpy(&bits, &single, 4);
  }
  if (kind == 'i') bits = static_cast<std::uint64_t>(static_cast<std::int64_t>(value));
  if (kind == 'u') bits = static_cast<std::uint64_t>(value);
  return bigEndian ? bigBytes(bits, width) : littleBytes(bits, width);
}

std::string writeNumpy(const NumpyArray& array) {
  std::string header = array.header.empty() ? dictionary(array) : array.header;
  const std::size_t preamble = array.version == 1 ? 10 : 12;
  while ((preamble + header.size() + 1) % 64) header += ' ';
  header += '\n';
  std::string out = "\x93NUMPY" + littleBytes(static_cast<unsigned>(array.version), 1) +
                    std::string(1, '\0') + littleBytes(header.size(), preamble - 8) + header;
  const char kind = array.type[1];
  const std::size_t width = static_cast<std::size_t>(std::atoi(array.type.c_str() + 2));
  for (double value : array.values) out += numberBytes(value, kind, width, array.type[0] == '>');
  for (std::string text : array.texts) {
    text.resize(width);
    for (char c : text)
      out += kind == 'U' ? littleBytes(static_cast<unsigned char>(c), 4) : std::string(1, c);
  }
  return out;
}

std::string writeZip(const ZipFile& zip) {
  std::string out, directory;
  for (const auto& [name, content] : zip.entries) {
    const std::string packed = zip.deflate ? deflateFixed(content) : content;
    const std::string sizes = littleBytes(crc32(viewOf(content)), 4);
    const std::string extra = zip.zip64 ? littleBytes(1, 2) + littleBytes(16, 2) +
                                              littleBytes(content.size(), 8) +
                                              littleBytes(packed.size(), 8)
                                        : "";
    const std::string fields =
        littleBytes(zip.deflate ? 8 : 0, 2) + littleBytes(0, 4) + sizes +
        (zip.zip64 ? std::string(8, '\xFF')
                   : littleBytes(packed.size(), 4) + littleBytes(content.size(), 4)) +
        littleBytes(name.size(), 2) + littleBytes(extra.size(), 2);
    directory += "PK\1\2" + littleBytes(20, 2) + littleBytes(20, 2) + littleBytes(0, 2) + fields +
                 littleBytes(0, 10) + littleBytes(out.size(), 4) + name + extra;
    out += "PK\3\4" + littleBytes(20, 2) + littleBytes(0, 2) + fields + name + extra + packed;
  }
  const std::size_t start = out.size(), count = zip.entries.size();
  out += directory;
  if (zip.zip64) {
    const std::size_t at = out.size();
    out += "PK\6\6" + littleBytes(44, 8) + littleBytes(0, 12) + littleBytes(count, 8) +
           littleBytes(count, 8) + littleBytes(directory.size(), 8) + littleBytes(start, 8);
    out += "PK\6\7" + littleBytes(0, 4) + littleBytes(at, 8) + littleBytes(1, 4);
  }
  return out + "PK\5\6" + littleBytes(0, 4) + littleBytes(count, 2) + littleBytes(count, 2) +
         littleBytes(directory.size(), 4) + littleBytes(zip.zip64 ? 0xFFFFFFFF : start, 4) +
         littleBytes(0, 2);
}

std::string repairZip(std::string bytes) {
  for (std::size_t at = 0; (at = bytes.find("PK\1\2", at)) != std::string::npos; at += 46) {
    if (bytes.size() - at < 46) break;
    const std::size_t method = numberAt(bytes, at + 10, 2), packed = numberAt(bytes, at + 20, 4);
    const std::size_t local = numberAt(bytes, at + 42, 4);
    if (bytes.size() < 30 || local > bytes.size() - 30) continue;
    const std::size_t begin =
        local + 30 + numberAt(bytes, local + 26, 2) + numberAt(bytes, local + 28, 2);
    if (begin > bytes.size() || packed > bytes.size() - begin) continue;
    std::string content = bytes.substr(begin, packed);
    try {
      if (method == 8) {
        const auto out = inflate(viewOf(content), 1 << 20, {});
        content.assign(out.begin(), out.end());
      }
    } catch (const InputError&) {
      continue;
    }
    bytes.replace(at + 16, 4, littleBytes(crc32(viewOf(content)), 4));
    bytes.replace(at + 24, 4, littleBytes(content.size(), 4));
  }
  return bytes;
}

}  // namespace ecg::test
