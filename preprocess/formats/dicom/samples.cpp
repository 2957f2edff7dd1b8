#include "preprocess/formats/dicom/samples.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::dicom {
namespace {

std::string where(const Group& group) {
  return sentence({group.data.file(), ", multiplex group ", group.place + 1, " of the file,"});
}

}  // namespace

void Samples::readType(const Group& group) {
  const std::string type(group.data.text(tags::interpretation));
  if (type == "MB" || type == "AB")
    reject(
        "unsupported-samples",
        {where(group), " has its samples as 8-bit ", (type == "MB" ? "mu-law (MB)" : "A-law (AB)"),
         ", a coding of sound that is not read; export the ECG with linear "
         "samples."});
  bytes_ = type == "SB" || type == "UB"   ? 1
           : type == "SS" || type == "US" ? 2
           : type == "SL" || type == "UL" ? 4
                                          : 0;
  if (bytes_ == 0)
    reject("unsupported-samples",
           {where(group), " has ", text::quoted(type),
            " as its Waveform Sample Interpretation (5400,1006), of which SB, UB, "
            "SS, US, SL and UL are read; export the ECG with 16-bit samples."});
  isSigned_ = type[0] == 'S';
  const auto bits = group.data.count(tags::bitsAllocated);
  // The standard has no name for 24 bits: they are written as the longer ones.
  if (bits && *bits == 24 && bytes_ == 4) bytes_ = 3;
  if (bits && *bits != 8 * bytes_)
    reject("bad-header",
           {where(group), " allocates ", *bits, " bits a sample (5400,1004), but its samples are ",
            type, ", of ", 8 * bytes_, " bits; export it again."});
}

Samples::Samples(const Group& group) {
  readType(group);
  const auto channels = group.data.count(tags::channelCount);
  channels_ = channels.value_or(static_cast<std::uint32_t>(group.channels.size()));
  if (channels_ == 0 || channels_ != group.channels.size())
    reject("bad-header", {where(group), " says that it has ", channels_,
                          " channels (003a,0005) and "
                          "defines ",
                          group.channels.size(), "; export it again."});
  const Element* data = group.data.find(tags::waveformData);
  if (!data || data->value.size == 0 || group.samples == 0)
    reject("no-signal", {where(group), " has no samples; get the original file."});
  bigEndian_ = data->encoding.order == ByteReader::Order::big;
  // In big endian, OW swaps the bytes of 16-bit words, which says nothing clear of other samples.
  if (bigEndian_ && bytes_ != 2 && data->is("OW"))
    reject("unsupported-samples",
           {where(group), " has samples of ", 8 * bytes_,
            " bits in big-endian words (OW), whose order is not certain; export it "
            "as Explicit VR Little Endian."});
  data_ = data->value.data;
  const std::size_t frames = data->value.size / (channels_ * bytes_);
  if (frames == 0)
    reject("truncated",
           {where(group), " has ", data->value.size, " bytes of samples at byte ",
            data->valueOffset, ", less than one of each channel; get the complete file."});
  length_ = std::min(frames, group.samples);
  absent_ = group.samples - length_;
  const std::size_t used = length_ * channels_ * bytes_, even = used + used % 2;
  if (absent_ == 0 && data->value.size > even) extra_ = data->value.size - even;
  readPadding(group);
}

void Samples::readPadding(const Group& group) {
  const Element* padding = group.data.find(tags::paddingValue);
  if (!padding || padding->value.size == 0) return;
  // An odd number of bytes is padded by one.
  paddingUnclear_ = padding->value.size != bytes_ && padding->value.size != bytes_ + bytes_ % 2;
  if (paddingUnclear_) return;
  padding_ = decode(padding->value.data);
}

std::int64_t Samples::decode(const std::uint8_t* bytes) const {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < bytes_; ++i)
    value = value << 8 | bytes[bigEndian_ ? i : bytes_ - 1 - i];
  const std::int64_t half = std::int64_t{1} << (8 * bytes_ - 1);
  const auto whole = static_cast<std::int64_t>(value);
  return isSigned_ && whole >= half ? whole - 2 * half : whole;
}

std::int64_t Samples::lowest() const {
  return isSigned_ ? -(std::int64_t{1} << (8 * bytes_ - 1)) : 0;
}

std::int64_t Samples::highest() const {
  return (std::int64_t{1} << (8 * bytes_ - (isSigned_ ? 1 : 0))) - 1;
}

}  // namespace ecg::dicom
