#pragma once

#include <cstdint>
#include <string>

#include "preprocess/formats/dicom/group.h"

namespace ecg::dicom {

/// The samples of a group as they are stored: interleaved, channel by channel, sample by sample.
class Samples {
 public:
  /// @throws InputError `unsupported-samples`, `bad-header`, `truncated`, `no-signal`.
  explicit Samples(const Group& group);

  std::size_t length() const { return length_; }  ///< per channel
  std::size_t channels() const { return channels_; }
  std::int64_t at(std::size_t sample, std::size_t channel) const {
    return decode(data_ + (sample * channels_ + channel) * bytes_);
  }
  /// The value that stands for a missing sample, where the file has one.
  const std::optional<std::int64_t>& padding() const { return padding_; }
  /// True where the file has such a value and its size is not that of a sample.
  bool paddingUnclear() const { return paddingUnclear_; }
  /// The least and the largest value that a sample can have.
  std::int64_t lowest() const;
  std::int64_t highest() const;
  /// Bytes after the last sample, beyond the one that makes their number even.
  std::size_t extraBytes() const { return extra_; }
  /// How many samples per channel the file announces and lacks.
  std::size_t absent() const { return absent_; }

 private:
  std::int64_t decode(const std::uint8_t* bytes) const;
  void readType(const Group& group);
  void readPadding(const Group& group);

  const std::uint8_t* data_ = nullptr;
  std::size_t length_ = 0, channels_ = 0, bytes_ = 0, extra_ = 0, absent_ = 0;
  bool isSigned_ = false, bigEndian_ = false, paddingUnclear_ = false;
  std::optional<std::int64_t> padding_;
};

}  // namespace ecg::dicom
