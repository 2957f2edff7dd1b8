#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "preprocess/formats/flac/frame_header.h"
#include "tests/support/wfdb_writer.h"

namespace ecg::test {

enum class FlacCoding { constant, verbatim, fixed, linear };

/// How a FLAC stream is written (RFC 9639): every frame and channel alike, but for blocks too short
/// for the predictor or the partitions, which are verbatim.
struct FlacOptions {
  unsigned bits = 16;
  unsigned blockSize = 64;
  flac::Stereo stereo = flac::Stereo::independent;  ///< of two channels
  FlacCoding coding = FlacCoding::fixed;
  unsigned order = 2;                               ///< of a fixed predictor
  std::vector<std::int32_t> coefficients = {7, -3}; ///< of a linear predictor
  unsigned precision = 5;                           ///< bits of a coefficient
  unsigned shift = 2;
  unsigned wasted = 0;          ///< low bits that all samples have as zeros
  unsigned partitionOrder = 0;
  bool longParameters = false;  ///< Rice parameters of five bits
  bool escaped = false;         ///< residuals as they are in place of Rice codes
  bool variableBlockSize = false;
  bool bitsInFrame = true;      ///< the frame repeats the bits of a sample where it has a code
  unsigned rateCode = 0;        ///< 12 to 14: the frame has a sampling rate of its own
  std::vector<std::uint8_t> padding;        ///< a metadata block after the first
  std::optional<std::uint64_t> statedLength;  ///< in place of the true one
};

/// Encodes channels of the same length, with the CRCs and without the MD5.
std::vector<std::uint8_t> encodeFlac(const std::vector<Samples>& channels,
                                     const FlacOptions& options = {});

/// The same bytes with the CRCs that the frames should have, as far as they can be followed.
std::vector<std::uint8_t> repairFlac(std::vector<std::uint8_t> bytes);

}  // namespace ecg::test
