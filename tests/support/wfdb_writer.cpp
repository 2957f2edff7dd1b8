#include "tests/support/wfdb_writer.h"

#include <algorithm>

namespace ecg::test {
namespace {

using Bytes = std::vector<std::uint8_t>;

void put(Bytes& bytes, std::uint32_t value, int count) {
  for (int i = 0; i < count; ++i) bytes.push_back(static_cast<std::uint8_t>(value >> (8 * i)));
}

Bytes encode212(const std::vector<std::uint32_t>& samples) {
  Bytes bytes;
  for (std::size_t i = 0; i < samples.size(); i += 2) {
    const std::uint32_t a = samples[i] & 0xFFF;
    const bool pair = i + 1 < samples.size();
    const std::uint32_t b = pair ? samples[i + 1] & 0xFFF : 0;
    put(bytes, a | (b >> 8) << 12, 2);
    if (pair) put(bytes, b, 1);
  }
  return bytes;
}

Bytes encode310(const std::vector<std::uint32_t>& samples) {
  Bytes bytes;
  for (std::size_t i = 0; i < samples.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, samples.size() - i);
    std::uint32_t s[3] = {0, 0, 0};
    for (std::size_t k = 0; k < left; ++k) s[k] = samples[i + k] & 0x3FF;
    put(bytes, s[0] << 1 | (s[2] & 0x1F) << 11, 2);
    if (left > 1) put(bytes, s[1] << 1 | (s[2] >> 5) << 11, 2);
  }
  return bytes;
}

Bytes encode311(const std::vector<std::uint32_t>& samples) {
  Bytes bytes;
  for (std::size_t i = 0; i < samples.size(); i += 3) {
    const std::size_t left = std::min<std::size_t>(3, samples.size() - i);
    std::uint32_t word = 0;
    for (std::size_t k = 0; k < left; ++k) word |= (samples[i + k] & 0x3FF) << (10 * k);
    put(bytes, word, static_cast<int>(left) + 1);
  }
  return bytes;
}

}  // namespace

Bytes encodeWfdb(int format, const Samples& samples) {
  const std::vector<std::uint32_t> raw(samples.begin(), samples.end());
  if (format == 212) return encode212(raw);
  if (format == 310) return encode310(raw);
  if (format == 311) return encode311(raw);
  Bytes bytes;
  for (std::uint32_t sample : raw) {
    if (format == 8) put(bytes, sample, 1);
    if (format == 80) put(bytes, sample + 128, 1);
    if (format == 16) put(bytes, sample, 2);
    if (format == 160) put(bytes, sample + 32768, 2);
    if (format == 24) put(bytes, sample, 3);
    if (format == 32) put(bytes, sample, 4);
    if (format == 61) {
      put(bytes, sample >> 8, 1);
      put(bytes, sample, 1);
    }
  }
  return bytes;
}

Samples interleave(const std::vector<Samples>& signals, const std::vector<int>& samplesPerFrame) {
  Samples flat;
  const std::size_t frames = signals[0].size() / static_cast<std::size_t>(samplesPerFrame[0]);
  for (std::size_t frame = 0; frame < frames; ++frame)
    for (std::size_t s = 0; s < signals.size(); ++s)
      for (int k = 0; k < samplesPerFrame[s]; ++k)
        flat.push_back(signals[s][frame * static_cast<std::size_t>(samplesPerFrame[s]) +
                                  static_cast<std::size_t>(k)]);
  return flat;
}

Samples interleave(const std::vector<Samples>& signals) {
  return interleave(signals, std::vector<int>(signals.size(), 1));
}

Samples differences(const Samples& samples, std::int32_t initial) {
  Samples out;
  for (std::int32_t sample : samples) {
    out.push_back(sample - initial);
    initial = sample;
  }
  return out;
}

int checksumOf(const Samples& samples) {
  std::uint32_t sum = 0;
  for (std::int32_t sample : samples) sum += static_cast<std::uint32_t>(sample);
  return static_cast<std::int16_t>(sum & 0xFFFF);
}

Samples ramp(std::size_t count, std::int32_t low, std::int32_t high) {
  Samples out;
  const std::int64_t span = std::int64_t{high} - low;
  for (std::size_t i = 0; i < count; ++i) {
    const std::int64_t step = static_cast<std::int64_t>(i * 7919 % (count > 1 ? count - 1 : 1));
    const std::int64_t value = low + span * step / static_cast<std::int64_t>(count);
    out.push_back(static_cast<std::int32_t>(value));
  }
  if (count > 0) out.front() = low;
  if (count > 1) out.back() = high;
  return out;
}

std::int32_t greatestSample(int format) {
  switch (format) {
    case 8:
    case 80:
      return 127;
    case 310:
    case 311:
      return 511;
    case 212:
      return 2047;
    case 24:
      return 8388607;
    case 32:
      return INT32_MAX;
    default:
      return 32767;
  }
}

std::int32_t leastSample(int format) { return -greatestSample(format); }

}  // namespace ecg::test
