#include "preprocess/formats/flac/frame_header.h"

namespace ecg::flac {
namespace {

constexpr std::uint32_t sync = 0x3FFE;  // 14 bits

/// A number of up to 36 bits, coded as UTF-8 codes characters, in up to seven bytes.
bool readNumber(Bits& bits, std::uint64_t& number) {
  const std::uint32_t first = bits.take(8);
  unsigned ones = 0;
  while (ones < 8 && (first & (0x80u >> ones))) ++ones;
  if (ones == 1 || ones == 8) return false;
  number = first & (0x7Fu >> ones);
  for (unsigned i = 1; i < ones; ++i) {
    const std::uint32_t next = bits.take(8);
    if ((next & 0xC0) != 0x80) return false;
    number = number << 6 | (next & 0x3F);
  }
  return true;
}

/// @returns 0 for the code that is reserved.
std::uint32_t readBlockSize(std::uint32_t code, Bits& bits) {
  switch (code) {
    case 0:
      return 0;
    case 1:
      return 192;
    case 6:
      return bits.take(8) + 1;
    case 7:
      return bits.take(16) + 1;
    default:
      return code < 6 ? 144u << code : 1u << code;
  }
}

}  // namespace

const char* readFrameHeader(Bits& bits, FrameHeader& header) {
  constexpr unsigned sampleSizes[] = {0, 8, 12, 1, 16, 20, 24, 32};  // 1: reserved
  if (bits.take(14) != sync || bits.take(1) != 0) return "no frame begins there";
  header.variableBlockSize = bits.take(1) != 0;
  const std::uint32_t blockSize = bits.take(4), rate = bits.take(4), channels = bits.take(4);
  header.bitsPerSample = sampleSizes[bits.take(3)];
  if (channels > 10 || header.bitsPerSample == 1 || rate == 15 || bits.take(1) != 0)
    return "the frame header has a reserved value";
  header.channels = channels < 8 ? channels + 1 : 2;
  header.stereo = static_cast<Stereo>(channels < 8 ? 0 : channels - 7);
  if (!readNumber(bits, header.number)) return "the frame's number is not well formed";
  header.blockSize = readBlockSize(blockSize, bits);
  if (header.blockSize == 0) return "the frame header has a reserved value";
  if (rate >= 12) bits.take(rate == 12 ? 8 : 16);  // the WFDB header has the sampling rate
  return nullptr;
}

}  // namespace ecg::flac
