#pragma once

#include <cstdint>
#include <string>
#include <vector>

namespace ecg::test {

using Samples = std::vector<std::int32_t>;

/// Encodes samples in one of the WFDB formats 8, 16, 24, 32, 61, 80, 160, 212, 310, 311; format 8
/// takes differences. A last group that is not full is written as far as its samples reach.
std::vector<std::uint8_t> encodeWfdb(int format, const Samples& samples);

/// Signals interleaved frame by frame, `samplesPerFrame[s]` samples of signal s at a time.
Samples interleave(const std::vector<Samples>& signals, const std::vector<int>& samplesPerFrame);

/// Every signal once per frame.
Samples interleave(const std::vector<Samples>& signals);

/// What format 8 stores: each sample less the one before it, the first less `initial`.
Samples differences(const Samples& samples, std::int32_t initial);

/// The checksum of a signal line: the sum modulo 2^16, signed.
int checksumOf(const Samples& samples);

/// `count` samples that go up and down between `low` and `high` and touch both.
Samples ramp(std::size_t count, std::int32_t low, std::int32_t high);

/// The least valid sample of a format (one more than the value that means "no sample").
std::int32_t leastSample(int format);
std::int32_t greatestSample(int format);

}  // namespace ecg::test
