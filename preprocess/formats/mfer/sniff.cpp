#include "preprocess/formats/mfer/sniff.h"

#include <algorithm>

#include "preprocess/formats/mfer/items.h"
#include "preprocess/formats/text.h"

namespace ecg::mfer {
namespace {

bool hasPreamble(ByteView bytes) {
  if (bytes.size < 8 || bytes.data[0] != preamble) return false;
  const std::string_view said = text::trim(text::view(bytes).substr(2, 8));
  return said.substr(0, 3) == "MFR" || said.substr(0, 4) == "MFER";
}

/// Whether contents of this size can be a definition's; sizes that are free always can.
bool canBe(std::uint8_t tag, std::size_t size, ByteView value) {
  switch (tag) {
    case byteOrder:
      return size == 1 && value.size == 1 && value.data[0] <= 1;
    case version:
      return size == 3;
    case dataType:
      return size == 1 && value.size == 1 && value.data[0] <= 9;
    case blockLength:
    case channelCount:
    case sequenceCount:
      return size >= 1 && size <= 4;
    case samplingInterval:
    case resolution:
      return size >= 3 && size <= 6;
    case patientSex:
      return size == 1;
    case pointer:
    case leadName:
    case characterCode:
    case waveformType:
    case offset:
    case nullValue:
    case compression:
    case filter:
    case note:
    case event:
    case preamble:
    case 0x17:  // the device
    case patientName:
    case patientId:
    case patientAge:
    case measurementTime:
    case message:
      return size < 128;
    default:
      return false;
  }
}

}  // namespace

Match sniff(ByteView bytes) {
  if (hasPreamble(bytes)) return Match::certain;
  constexpr int enough = 4, most = 32;
  int layout = 0, found = 0;
  std::size_t at = 0;
  for (; found < most && at + 2 <= bytes.size; ++found) {
    const std::uint8_t tag = bytes.data[at];
    if (tag == waveform || tag == channelAttribute) break;
    const std::size_t size = bytes.data[at + 1];
    const std::size_t left = bytes.size - at - 2;
    if (!canBe(tag, size, {bytes.data + at + 2, std::min(size, left)})) return Match::none;
    layout += tag == byteOrder || tag == channelCount || tag == sequenceCount ||
              tag == blockLength || tag == samplingInterval || tag == resolution;
    if (size > left) break;
    at += 2 + size;
  }
  const bool ends =
      at + 1 < bytes.size && (bytes.data[at] == waveform || bytes.data[at] == channelAttribute);
  return (layout >= 2 && found >= enough) || (layout >= 2 && ends) ? Match::possible : Match::none;
}

}  // namespace ecg::mfer
