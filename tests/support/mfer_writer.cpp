#include "tests/support/mfer_writer.h"

#include "tests/support/put_bytes.h"

namespace ecg::test {
namespace {

std::string length(std::size_t size) {
  if (size < 128) return putNumber(static_cast<std::int64_t>(size), 1);
  return putNumber(0x84, 1) + putNumber(static_cast<std::int64_t>(size), 4, true);
}

}  // namespace

std::string MferWriter::item(int tag, const std::string& contents) {
  return putNumber(tag, 1) + length(contents.size()) + contents;
}

std::string MferWriter::channel(int index, const std::string& contents, bool indefinite) {
  std::string number = putNumber(index & 0x7F, 1);
  if (index > 0x7F) number = putNumber(0x80 | index >> 7, 1) + number;
  if (indefinite)
    return putNumber(0x3F, 1) + number + putNumber(0x80, 1) + contents + putNumber(0, 2);
  return putNumber(0x3F, 1) + number + length(contents.size()) + contents;
}

std::string MferWriter::bytes(std::int64_t value, std::size_t size) const {
  return putNumber(value, size, big_);
}

std::string MferWriter::number(int tag, std::int64_t value, std::size_t size) const {
  return item(tag, bytes(value, size));
}

std::string MferWriter::scaled(int tag, int unit, int exponent, std::int64_t mantissa,
                               std::size_t size) const {
  return item(tag, putNumber(unit, 1) + putNumber(exponent, 1) + bytes(mantissa, size));
}

std::string MferWriter::lead(int code, const std::string& text) const {
  return item(9, bytes(code, 2) + text);
}

std::string MferWriter::wave(const std::vector<int>& samples) const {
  std::string data;
  for (int sample : samples) data += bytes(sample, 2);
  return item(0x1E, data);
}

std::string writeMfer(const MferFile& file) {
  const MferWriter w(file.big);
  std::string out;
  if (file.preamble) out += MferWriter::item(0x40, "MFR Standard 12 leads ECG       ");
  out += w.order() + w.number(8, 1, 2) + w.scaled(11, 1, -3, file.interval);
  if (file.resolution) out += w.scaled(12, 0, -6, file.resolution);
  out += w.number(4, file.block, 4) + w.number(5, static_cast<int>(file.codes.size()), 2);
  const auto row = static_cast<std::size_t>(file.block) * file.codes.size();
  out += w.number(6, static_cast<int>((file.samples.size() + row - 1) / row), 4) + file.extra;
  for (std::size_t i = 0; i < file.codes.size(); ++i)
    out += MferWriter::channel(static_cast<int>(i), w.lead(file.codes[i]));
  return out + file.before + w.wave(file.samples) + file.after + putNumber(0x80, 1) +
         putNumber(0, 1);
}

}  // namespace ecg::test
