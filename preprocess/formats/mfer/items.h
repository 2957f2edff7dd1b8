#pragma once

#include <cstddef>
#include <cstdint>
#include <string>

#include "preprocess/formats/reader.h"

namespace ecg::mfer {

/// Tags of ISO 22077-1 that are read here. The ones named old are of MFER's first version.
enum Tag : std::uint8_t {
  zero = 0x00,
  byteOrder = 0x01,
  version = 0x02,
  characterCode = 0x03,
  blockLength = 0x04,
  channelCount = 0x05,
  sequenceCount = 0x06,
  pointer = 0x07,
  waveformType = 0x08,
  leadName = 0x09,
  dataType = 0x0A,
  samplingInterval = 0x0B,
  resolution = 0x0C,
  offset = 0x0D,
  compression = 0x0E,
  filter = 0x11,
  nullValue = 0x12,
  oldEvent = 0x13,
  note = 0x16,
  oldName = 0x1A,
  oldId = 0x1B,
  oldTime = 0x1C,
  waveform = 0x1E,
  channelAttribute = 0x3F,
  preamble = 0x40,
  event = 0x41,
  measuredValue = 0x42,
  skew = 0x43,
  group = 0x67,
  end = 0x80,
  patientName = 0x81,
  patientId = 0x82,
  patientAge = 0x83,
  patientSex = 0x84,
  measurementTime = 0x85,
  message = 0x86
};

/// A definition: a tag and its contents.
struct Item {
  std::uint8_t tag = 0;
  std::size_t channel = 0;  ///< of a channel attribute, from 0 on
  ByteView value;           ///< as far as the file has it
  std::size_t offset = 0;   ///< of the value in the file
  bool cut = false;         ///< the file ends before the value does
};

/// Goes through the definitions of a file, or of the contents of one that holds others.
class Items {
 public:
  /// @param offset of `bytes` in the file.
  Items(std::string file, ByteView bytes, std::size_t offset = 0)
      : file_(std::move(file)), bytes_(bytes), offset_(offset) {}

  /// The next definition; false at the end, or at MWF_END.
  ///
  /// @throws InputError `bad-header` where a length or a channel number has more than 4 bytes.
  bool next(Item& item);

 private:
  std::string file_;
  ByteView bytes_;
  std::size_t offset_ = 0, at_ = 0;
};

}  // namespace ecg::mfer
