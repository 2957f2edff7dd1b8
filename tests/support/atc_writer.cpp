#include "tests/support/atc_writer.h"

#include "tests/support/put_bytes.h"

namespace ecg::test {
namespace {

std::uint32_t sumOf(const std::string& bytes) {
  std::uint32_t sum = 0;
  for (char c : bytes) sum += static_cast<unsigned char>(c);
  return sum;
}

/// By the definition, a bit at a time: x^32 + x^26 + x^23 + ... reflected.
std::uint32_t crcOf(const std::string& bytes) {
  std::uint32_t crc = 0xFFFFFFFF;
  for (char c : bytes)
    for (int bit = 0; bit < 8; ++bit) {
      const bool odd = (crc ^ (static_cast<unsigned char>(c) >> bit)) & 1;
      crc = crc >> 1 ^ (odd ? 0xEDB88320 : 0);
    }
  return crc ^ 0xFFFFFFFF;
}

std::string info() {
  return putText("2010-12-08T15:54:23.245+10:00", 32) + putText("58E0A7D7-EEBC", 40) +
         putText("2b6f0cc904", 44) + putText("iPhone 4", 32) + putText("AliveECG v1.6.7", 32) +
         putText("kardia_mobile", 32) + putText("SN=AC6L100010,BAT=55", 52);
}

}  // namespace

std::string atcBlock(const std::string& id, const std::string& data, bool crc) {
  const std::string checked = id + putNumber(static_cast<std::int64_t>(data.size()), 4) + data;
  return checked + putNumber(crc ? crcOf(checked) : sumOf(checked), 4);
}

std::string writeAtc(const AtcFile& file) {
  std::string out = putText("ALIVE", 8) + putNumber(file.version, 4);
  if (file.info) out += atcBlock("info", info(), file.crc);
  out += atcBlock("fmt ",
                  putNumber(file.kind, 1) + putNumber(file.rate, 2) + putNumber(file.nanovolts, 2) +
                      putNumber(file.flags, 1) + putNumber(0, 2),
                  file.crc);
  for (const auto& [id, samples] : file.blocks) {
    std::string data;
    for (int sample : samples) data += putNumber(sample, 2);
    out += atcBlock(id, data, file.crc);
  }
  if (file.annotations.empty()) return out;
  std::string data = putNumber(file.rate, 4);
  for (const auto& [sample, type] : file.annotations)
    data += putNumber(sample, 4) + putNumber(type, 2);
  return out + atcBlock("ann ", data, file.crc);
}

void repairAtc(std::string& bytes) {
  for (std::size_t at = 12; at + 12 <= bytes.size();) {
    std::size_t size = 0;
    for (std::size_t i = 0; i < 4; ++i)
      size |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[at + 4 + i])) << (8 * i);
    if (size > bytes.size() - at - 12) return;
    overwrite(bytes, at + 8 + size, putNumber(sumOf(bytes.substr(at, 8 + size)), 4));
    at += 12 + size;
  }
}

}  // namespace ecg::test
