#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

namespace ecg::wfdb {

/// True for the sample formats decoded here: 8, 16, 24, 32, 61, 80, 160, 212, 310, 311.
bool isSampleFormat(int format);

/// True for the formats of FLAC files: 508, 516, 524.
bool isFlacFormat(int format);

/// Bytes that `count` consecutive samples take; the last group of 212, 310 and 311 may be partial.
std::uint64_t bytesForSamples(int format, std::uint64_t count);

/// Samples that `bytes` bytes hold in full.
std::uint64_t samplesInBytes(int format, std::uint64_t bytes);

/// The digital value that means "no sample"; format 8 has none.
std::optional<std::int32_t> invalidSample(int format);

/// Decodes samples `first` to `first + count` of a signal file by the WFDB specification,
/// signal(5). Format 8 gives the differences as stored.
///
/// @param data the file's bytes from its byte offset on, at least
///   `bytesForSamples(format, first + count)` of them.
/// @param out room for `count` digital values.
void decodeSamples(int format, const std::uint8_t* data, std::uint64_t first, std::size_t count,
                   std::int32_t* out);

}  // namespace ecg::wfdb
