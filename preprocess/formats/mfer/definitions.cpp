#include "preprocess/formats/mfer/definitions.h"

#include <algorithm>

#include "preprocess/formats/text.h"

namespace ecg::mfer {
namespace {

constexpr int lastType = 8;
constexpr int ahaType = 9;
constexpr std::size_t longestName = 64;

[[noreturn]] void refuse(const Definitions& definitions, const Item& item,
                         const std::string& what) {
  reject("bad-header",
         {definitions.file, " has ", what, " at byte ", item.offset, "; get the original file."});
}

[[noreturn]] void refuseCompressed(const Definitions& definitions, const std::string& how) {
  reject("unsupported-compression", {definitions.file, " holds samples compressed by ", how,
                                     ", which are not read; export it without compression."});
}

std::int64_t signedNumber(ByteView value, bool big) {
  std::uint64_t number = wholeNumber(value, big);
  const std::size_t bits = 8 * value.size;
  if (bits > 0 && bits < 64 && (number >> (bits - 1) & 1)) number |= ~std::uint64_t{0} << bits;
  return static_cast<std::int64_t>(number);
}

std::uint64_t count(const Item& item, const Definitions& definitions, const char* what) {
  if (item.value.size > 4) refuse(definitions, item, std::string(what) + " of more than 4 bytes");
  const std::uint64_t number = wholeNumber(item.value, definitions.big);
  if (number == 0) refuse(definitions, item, std::string(what) + " of 0");
  return number;
}

Scaled scaled(const Item& item, const Definitions& definitions, const char* what) {
  if (item.value.size < 3 || item.value.size > 10)
    refuse(definitions, item, sentence({std::string(what), " of ", item.value.size, " bytes"}));
  Scaled result;
  result.unit = item.value.data[0];
  result.exponent = static_cast<std::int8_t>(item.value.data[1]);
  result.mantissa = signedNumber({item.value.data + 2, item.value.size - 2}, definitions.big);
  if (result.mantissa == 0) refuse(definitions, item, std::string(what) + " of 0");
  return result;
}

int smallCode(ByteView value, bool big) {
  return static_cast<int>(wholeNumber({value.data, value.size < 2 ? value.size : 2}, big));
}

LeadCode leadCode(ByteView value, const Definitions& definitions) {
  LeadCode lead;
  lead.code = smallCode(value, definitions.big);
  if (value.size > 2)
    lead.text = definitions.charset.read(text::view(value).substr(2, longestName)).value_or("");
  return lead;
}

int typeOf(const Item& item, const Definitions& definitions) {
  const int type = item.value.data[0];
  if (type == ahaType) refuseCompressed(definitions, "the AHA method (MWF_DTP 9)");
  if (type > lastType) refuse(definitions, item, "the unknown data type " + std::to_string(type));
  return type;
}

void setByteOrder(const Item& item, Definitions& definitions) {
  if (item.value.size > 1 || (item.value.size == 1 && item.value.data[0] > 1))
    refuse(definitions, item, "no valid byte order (MWF_BLE)");
  definitions.big = item.value.size == 0 || item.value.data[0] == 0;
}

void setChannels(const Item& item, Definitions& definitions) {
  const std::uint64_t channels =
      item.value.size ? count(item, definitions, "a number of channels (MWF_CHN)") : 1;
  if (channels > mostChannels)
    refuse(definitions, item, sentence({"more than ", mostChannels, " channels (MWF_CHN)"}));
  definitions.channels = static_cast<std::size_t>(channels);
  definitions.channel.clear();
}

/// Definitions of the file alone, and not of a channel.
bool defineFile(const Item& item, Definitions& definitions) {
  switch (item.tag) {
    case byteOrder:
      setByteOrder(item, definitions);
      return true;
    case channelCount:
      setChannels(item, definitions);
      return true;
    case pointer:
      definitions.pointer = item.value.size > 8 ? 0 : wholeNumber(item.value, definitions.big);
      return true;
    case characterCode:
      definitions.charset.set(text::view(item.value).substr(0, longestName));
      return true;
    default:
      return false;
  }
}

/// A definition without contents takes an earlier one back.
template <typename T, typename Read>
bool set(std::optional<T>& target, const Item& item, Read read) {
  if (item.value.size == 0)
    target.reset();
  else
    target = read();
  return true;
}

}  // namespace

bool ChannelDefinitions::sameLayout(const ChannelDefinitions& other) const {
  return type == other.type && waveform == other.waveform && interval == other.interval &&
         step == other.step && offset == other.offset && null == other.null && lead == other.lead;
}

ChannelDefinitions Definitions::of(std::size_t index) const {
  ChannelDefinitions result = all;
  if (channels > 1) result.lead.reset();  // one lead name cannot hold for several channels
  const auto own = channel.find(index);
  if (own == channel.end()) return result;
  const auto take = [](auto& target, const auto& from) {
    if (from) target = from;
  };
  take(result.block, own->second.block);
  take(result.sequences, own->second.sequences);
  take(result.type, own->second.type);
  take(result.waveform, own->second.waveform);
  take(result.interval, own->second.interval);
  take(result.step, own->second.step);
  take(result.offset, own->second.offset);
  take(result.null, own->second.null);
  take(result.lead, own->second.lead);
  return result;
}

bool define(const Item& item, std::optional<std::size_t> index, Definitions& definitions) {
  if (!index && defineFile(item, definitions)) return true;
  ChannelDefinitions& target = index ? definitions.channel[*index] : definitions.all;
  const bool big = definitions.big;
  switch (item.tag) {
    case blockLength:
      return set(target.block, item,
                 [&] { return count(item, definitions, "a block length (MWF_BLK)"); });
    case sequenceCount:
      return set(target.sequences, item,
                 [&] { return count(item, definitions, "a number of sequences (MWF_SEQ)"); });
    case waveformType:
      return set(target.waveform, item, [&] { return smallCode(item.value, big); });
    case leadName:
      return set(target.lead, item, [&] { return leadCode(item.value, definitions); });
    case dataType:
      return set(target.type, item, [&] { return typeOf(item, definitions); });
    case samplingInterval:
      return set(target.interval, item,
                 [&] { return scaled(item, definitions, "a sampling interval (MWF_IVL)"); });
    case resolution:
      return set(target.step, item,
                 [&] { return scaled(item, definitions, "a resolution (MWF_SEN)"); });
    case offset:
      return set(target.offset, item, [&] {
        return Stored{std::string(text::view(item.value).substr(0, 8)), big};
      });
    case nullValue:
      return set(target.null, item, [&] {
        return Stored{std::string(text::view(item.value).substr(0, 8)), big};
      });
    case compression:
      if (smallCode(item.value, big) != 0)
        refuseCompressed(definitions,
                         "method " + std::to_string(smallCode(item.value, big)) + " of MWF_CMP");
      return true;
    default:
      return false;
  }
}

std::uint64_t wholeNumber(ByteView value, bool big) {
  std::uint64_t number = 0;
  for (std::size_t i = 0; i < value.size && i < 8; ++i) {
    const std::size_t at = big ? i : std::min<std::size_t>(value.size, 8) - 1 - i;
    number = number << 8 | value.data[at];
  }
  return number;
}

}  // namespace ecg::mfer
