#include "tests/support/ishne_writer.h"

#include "tests/support/put_bytes.h"

namespace ecg::test {
namespace {

std::string shorts(const std::vector<int>& values, std::size_t count) {
  std::string out;
  for (std::size_t i = 0; i < count; ++i) out += putNumber(i < values.size() ? values[i] : -9, 2);
  return out;
}

std::size_t offsetIn(const std::string& bytes) {
  std::size_t offset = 0;
  for (std::size_t i = 0; i < 4; ++i)
    offset |= static_cast<std::size_t>(static_cast<unsigned char>(bytes[22 + i])) << (8 * i);
  return offset;
}

}  // namespace

std::string writeIshne(const IshneFile& file) {
  const std::size_t leads = file.samples.size(), length = file.samples[0].size();
  const auto count = static_cast<int>(file.total ? leads * length : length) + file.countOffset;
  const std::size_t signal = 522 + file.comments.size();
  std::string out = putText(file.magic, 8) + putNumber(0, 2);
  out += putNumber(static_cast<int>(file.comments.size()), 4) + putNumber(count, 4);
  out += putNumber(522, 4) + putNumber(static_cast<int>(signal), 4) + putNumber(1, 2);
  out += putText(file.firstName, 40) + putText(file.lastName, 40) + putText(file.id, 20);
  out += putNumber(file.sex, 2) + putNumber(0, 2);
  out += shorts(file.birth, 3) + shorts(file.recorded, 3) + shorts({1, 1, 2020}, 3);
  out += shorts(file.start, 3) + putNumber(static_cast<int>(leads), 2);
  out += shorts(file.specs, 12) + shorts(file.qualities, 12) + shorts(file.resolutions, 12);
  out += putNumber(file.pacemaker, 2) + putText(file.recorder, 40) + putNumber(file.rate, 2);
  out += putText("", 80 + 80 + 88) + file.comments;
  for (std::size_t t = 0; t < length; ++t)
    for (const auto& lead : file.samples) out += putNumber(lead[t], 2);
  if (file.checksum) repairIshne(out);
  return out;
}

void repairIshne(std::string& bytes) {
  if (bytes.size() < 26) return;
  const std::size_t end = offsetIn(bytes);
  if (end > bytes.size()) return;
  // Bit by bit, with the message's own bits shifted in: the plain definition of the remainder.
  unsigned crc = 0xFFFF;
  for (std::size_t i = 10; i < end; ++i)
    for (int bit = 7; bit >= 0; --bit) {
      const unsigned in = static_cast<unsigned char>(bytes[i]) >> bit & 1;
      const unsigned out = crc >> 15 & 1;
      crc = (crc << 1 & 0xFFFF) ^ (in != out ? 0x1021 : 0);
    }
  overwrite(bytes, 8, putNumber(crc, 2));
}

}  // namespace ecg::test
