#include "preprocess/formats/wfdb_signals.h"

namespace ecg::wfdb {
namespace {

/// How samples are packed: `samples` of them in each `bytes` bytes.
struct Packing {
  unsigned samples;
  unsigned bytes;
};

Packing packing(int format) {
  switch (format) {
    case 8:
    case 80:
      return {1, 1};
    case 16:
    case 61:
    case 160:
      return {1, 2};
    case 24:
      return {1, 3};
    case 32:
      return {1, 4};
    case 212:
      return {2, 3};
    case 310:
    case 311:
      return {3, 4};
    default:
      return {0, 0};
  }
}

/// Bytes that the first `samples` samples of a group reach into.
unsigned partialBytes(int format, unsigned samples) {
  if (samples == 0) return 0;
  if (samples == 1) return 2;
  return format == 310 ? 4 : 3;
}

std::int32_t signExtend(std::uint32_t value, unsigned bits) {
  const std::uint32_t sign = 1u << (bits - 1);
  return static_cast<std::int32_t>((value ^ sign) - sign);
}

std::uint32_t u16(const std::uint8_t* p) { return p[0] | (std::uint32_t{p[1]} << 8); }

std::int32_t sample212(const std::uint8_t* data, std::uint64_t index) {
  const std::uint8_t* p = data + index / 2 * 3;
  return signExtend(index % 2 == 0 ? p[0] | (p[1] & 0x0Fu) << 8 : p[2] | (p[1] & 0xF0u) << 4, 12);
}

std::int32_t sample310(const std::uint8_t* data, std::uint64_t index) {
  const std::uint8_t* p = data + index / 3 * 4;
  switch (index % 3) {
    case 0:
      return signExtend(u16(p) >> 1 & 0x3FF, 10);
    case 1:
      return signExtend(u16(p + 2) >> 1 & 0x3FF, 10);
    default:
      return signExtend((p[1] & 0xF8u) >> 3 | (p[3] & 0xF8u) << 2, 10);
  }
}

std::int32_t sample311(const std::uint8_t* data, std::uint64_t index) {
  const std::uint8_t* p = data + index / 3 * 4;
  switch (index % 3) {
    case 0:
      return signExtend(u16(p) & 0x3FF, 10);
    case 1:
      return signExtend(u16(p + 1) >> 2 & 0x3FF, 10);
    default:
      return signExtend(u16(p + 2) >> 4 & 0x3FF, 10);
  }
}

template <typename Sample>
void decodeAll(std::uint64_t first, std::size_t count, std::int32_t* out, Sample sample) {
  for (std::size_t i = 0; i < count; ++i) out[i] = sample(first + i);
}

}  // namespace

bool isSampleFormat(int format) { return packing(format).samples != 0; }

bool isFlacFormat(int format) { return format == 508 || format == 516 || format == 524; }

std::uint64_t bytesForSamples(int format, std::uint64_t count) {
  const Packing group = packing(format);
  return count / group.samples * group.bytes +
         partialBytes(format, static_cast<unsigned>(count % group.samples));
}

std::uint64_t samplesInBytes(int format, std::uint64_t bytes) {
  const Packing group = packing(format);
  unsigned partial = group.samples - 1;
  while (partial > 0 && partialBytes(format, partial) > bytes % group.bytes) --partial;
  return bytes / group.bytes * group.samples + partial;
}

std::optional<std::int32_t> invalidSample(int format) {
  switch (format) {
    case 80:
    case 508:
      return -(1 << 7);
    case 310:
    case 311:
      return -(1 << 9);
    case 212:
      return -(1 << 11);
    case 16:
    case 61:
    case 160:
    case 516:
      return -(1 << 15);
    case 24:
    case 524:
      return -(1 << 23);
    case 32:
      return INT32_MIN;
    default:
      return std::nullopt;
  }
}

void decodeSamples(int format, const std::uint8_t* data, std::uint64_t first, std::size_t count,
                   std::int32_t* out) {
  const auto decode = [&](auto sample) { decodeAll(first, count, out, sample); };
  switch (format) {
    case 8:
      return decode([=](std::uint64_t i) { return signExtend(data[i], 8); });
    case 16:
      return decode([=](std::uint64_t i) { return signExtend(u16(data + 2 * i), 16); });
    case 24:
      return decode([=](std::uint64_t i) {
        return signExtend(u16(data + 3 * i) | std::uint32_t{data[3 * i + 2]} << 16, 24);
      });
    case 32:
      return decode([=](std::uint64_t i) {
        return signExtend(u16(data + 4 * i) | u16(data + 4 * i + 2) << 16, 32);
      });
    case 61:
      return decode([=](std::uint64_t i) {
        return signExtend(data[2 * i + 1] | std::uint32_t{data[2 * i]} << 8, 16);
      });
    case 80:
      return decode([=](std::uint64_t i) { return std::int32_t{data[i]} - 128; });
    case 160:
      return decode(
          [=](std::uint64_t i) { return static_cast<std::int32_t>(u16(data + 2 * i)) - 32768; });
    case 212:
      return decode([=](std::uint64_t i) { return sample212(data, i); });
    case 310:
      return decode([=](std::uint64_t i) { return sample310(data, i); });
    case 311:
      return decode([=](std::uint64_t i) { return sample311(data, i); });
    default:
      return;
  }
}

}  // namespace ecg::wfdb
