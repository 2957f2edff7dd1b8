#pragma once

#include <cstddef>
#include <cstdint>

#include "preprocess/formats/flac/bits.h"

namespace ecg::flac {

/// Decodes a subframe (RFC 9639, 9.2), one channel of a frame: constant, verbatim, fixed or linear
/// prediction with Rice-coded residuals.
///
/// @param bitsPerSample of the channel, at most 25 (a side channel has one more than the stream).
/// @param out room for `blockSize` samples.
/// @returns null, or what is wrong with it; where the bits ran out `bits.overrun()` is true,
///   whatever is returned.
const char* decodeSubframe(Bits& bits, unsigned bitsPerSample, std::size_t blockSize,
                           std::int32_t* out);

}  // namespace ecg::flac
