#pragma once

#include <cstdint>

#include "preprocess/formats/flac/bits.h"

namespace ecg::flac {

/// How the two channels of a stereo frame are stored.
enum class Stereo { independent, leftSide, sideRight, midSide };

/// Whether a channel is the difference of the two, which takes a bit more.
inline bool isSide(Stereo stereo, unsigned channel) {
  return stereo != Stereo::independent && (channel == 0) == (stereo == Stereo::sideRight);
}

/// The header of a frame (RFC 9639, 9.1), which ends in its CRC-8.
struct FrameHeader {
  std::uint32_t blockSize = 0;      ///< samples of each channel
  unsigned channels = 0;
  Stereo stereo = Stereo::independent;
  unsigned bitsPerSample = 0;       ///< 0: as the stream says
  bool variableBlockSize = false;
  std::uint64_t number = 0;         ///< of the frame, or of its first sample where sizes vary
};

/// Reads a frame header as far as its CRC-8, which is left to the caller.
///
/// @returns null, or what is wrong with it.
const char* readFrameHeader(Bits& bits, FrameHeader& header);

}  // namespace ecg::flac
