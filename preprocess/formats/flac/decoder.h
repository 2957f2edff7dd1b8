#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

#include "preprocess/formats/flac/frame_header.h"
#include "preprocess/formats/reader.h"

namespace ecg::flac {

inline constexpr unsigned mostBitsPerSample = 24;

/// What the first metadata block of a FLAC file says of the stream (RFC 9639, 8.2). Its MD5 of all
/// samples is not among it: what is read is checked frame by frame.
struct StreamInfo {
  unsigned largestBlock = 0;  ///< samples of each channel in a frame at most
  unsigned channels = 0;      ///< 1 to 8
  unsigned bitsPerSample = 0;
  std::uint64_t samples = 0;  ///< of each channel; 0 where it does not say
};

/// @throws InputError `bad-flac` where the file is no FLAC file, `truncated` where it is cut short.
StreamInfo readStreamInfo(const NamedBytes& file);

/// Decodes a FLAC file (RFC 9639), not in Ogg, of up to eight channels of 4 to 24 bits, frame by
/// frame: memory is that of one frame, however much the file claims. Its frames must have the
/// stream's channels and bits, and follow one another without one missing.
///
/// All members that read throw InputError, in a sentence that names the file and the byte:
/// `checksum-failed` where a frame's CRC-8 or CRC-16 is another, since its samples cannot be
/// believed; `bad-flac` where the stream is damaged in another way; `truncated` where it is cut
/// short; `unsupported-format` where its samples have more than 24 bits. The MD5 of all samples is
/// left unchecked.
class Decoder {
 public:
  /// @param file must outlive the decoder.
  explicit Decoder(const NamedBytes& file);

  const StreamInfo& info() const { return info_; }

  /// Decodes the next frame; false at the end of the file.
  bool next();
  /// Samples of each channel in the frame.
  std::size_t size() const { return size_; }
  const std::int32_t* channel(std::size_t index) const {
    return samples_.data() + index * info_.largestBlock;
  }

 private:
  [[noreturn]] void fail(const char* code, const std::string& what) const;
  [[noreturn]] void failCut() const;
  FrameHeader readHeader(Bits& bits) const;
  void decorrelate(Stereo stereo);

  const NamedBytes& file_;
  StreamInfo info_;
  std::size_t at_ = 0;  ///< where the next frame begins
  std::uint64_t frames_ = 0, done_ = 0;
  std::size_t size_ = 0;
  std::vector<std::int32_t> samples_;
};

}  // namespace ecg::flac
