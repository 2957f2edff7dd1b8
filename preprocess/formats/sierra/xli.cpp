#include "preprocess/formats/sierra/xli.h"

#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/sierra/lzw.h"

namespace ecg::sierra {
namespace {

constexpr std::size_t headerBytes = 8;
constexpr std::int32_t bias = 64;

std::vector<std::int32_t> numbersOf(const std::vector<std::uint8_t>& bytes) {
  const std::size_t count = bytes.size() / 2;
  std::vector<std::int32_t> numbers(count);
  for (std::size_t i = 0; i < count; ++i)
    numbers[i] = static_cast<std::int16_t>(bytes[i] << 8 | bytes[count + i]);
  return numbers;
}

/// Numbers to samples, in place.
void integrate(std::vector<std::int32_t>& numbers, std::int32_t first, const std::string& where) {
  std::int32_t difference = first;
  for (std::size_t i = 2; i < numbers.size(); ++i) {
    const std::int32_t sample = 2 * numbers[i - 1] - numbers[i - 2] - difference;
    if (sample < -32768 || sample > 32767)
      reject("bad-chunk",
             {where, " has a sample ", i + 1, " beyond 16 bits; get the original file."});
    difference = numbers[i] - bias;
    numbers[i] = sample;
  }
}

}  // namespace

XliLeads decodeXli(const std::vector<std::uint8_t>& bytes, std::size_t leads, std::size_t length,
                   const std::string& file) {
  XliLeads out;
  ByteReader reader(file + ", parsedwaveforms", {bytes.data(), bytes.size()});
  while (reader.remaining() >= headerBytes || out.samples.size() < leads) {
    const std::string where =
        file + ", XLI chunk " + std::to_string(out.samples.size() + out.further + 1);
    const std::size_t size = reader.u32();
    reader.skip(2);
    const std::int32_t first = reader.i16();
    if (out.samples.size() == leads && size > reader.remaining()) break;
    const ByteView packed = reader.take(size);
    if (out.samples.size() == leads) {
      ++out.further;
      continue;
    }
    const auto unpacked = decodeLzw(packed, 2 * length, where);
    if (unpacked.size() < 2 * length)
      reject("truncated", {where, " has ", unpacked.size() / 2, " of ", length,
                           " samples; get the original file."});
    out.samples.push_back(numbersOf(unpacked));
    integrate(out.samples.back(), first, where);
  }
  return out;
}

}  // namespace ecg::sierra
