#include "preprocess/formats/mfer/channel.h"

#include <array>
#include <cmath>
#include <cstring>

#include "preprocess/formats/mfer/codes.h"
#include "preprocess/formats/text.h"
#include "preprocess/leads/names.h"

namespace ecg::mfer {
namespace {

enum Type { int16, uint16, int32, uint8, status16, int8, uint32, float32, float64 };
constexpr std::array<std::size_t, 9> sizes = {2, 2, 4, 1, 2, 1, 4, 4, 8};

constexpr double defaultRate = 1000;  // Hz, of the standard

template <typename To, typename From>
To sameBits(From from) {
  To to;
  static_assert(sizeof to == sizeof from);
  std::memcpy(&to, &from, sizeof to);
  return to;
}

/// A value of the channel's type; one of fewer bytes is read as a whole number.
std::optional<double> typedValue(const Stored& stored, const Channel& channel) {
  const auto* data = reinterpret_cast<const std::uint8_t*>(stored.bytes.data());
  const int type = channel.definitions.type.value_or(int16);
  if (stored.bytes.size() == channel.bytes) return sampleAt(data, type, stored.big);
  if (type == float32 || type == float64 || stored.bytes.size() > 8) return std::nullopt;
  const std::size_t bits = 8 * stored.bytes.size();
  const std::uint64_t number = wholeNumber({data, stored.bytes.size()}, stored.big);
  const bool negative =
      (type == int16 || type == int32 || type == int8) && (number >> (bits - 1) & 1);
  return static_cast<double>(number) - (negative ? std::ldexp(1.0, static_cast<int>(bits)) : 0);
}

[[noreturn]] void refuse(const std::string& file, std::size_t index, const std::string& what) {
  reject("bad-header", {file, " gives channel ", index + 1, " ", what, "; get the original file."});
}

void setRate(const std::string& file, std::size_t index, Channel& channel) {
  const auto& interval = channel.definitions.interval;
  channel.rateStated = interval.has_value();
  channel.rate = defaultRate;
  if (!interval) return;
  if (interval->unit > 1)
    reject("unsupported-sampling",
           {file, " gives channel ", index + 1,
            " a sampling interval that is neither a frequency nor a time (MWF_IVL ", "unit ",
            interval->unit, "); it is no ECG over time."});
  const auto mantissa = static_cast<double>(interval->mantissa);
  const double power = std::pow(10.0, std::abs(interval->exponent));
  if (interval->unit == 0)
    channel.rate = interval->exponent < 0 ? mantissa / power : mantissa * power;
  else
    channel.rate = interval->exponent < 0 ? power / mantissa : 1 / (mantissa * power);
  if (!(channel.rate >= 1e-6) || channel.rate > 1e9)
    refuse(file, index, sentence({"a sampling rate of ", text::number(channel.rate), " Hz"}));
}

void setScale(const std::string& file, std::size_t index, Channel& channel) {
  const auto& step = channel.definitions.step;
  channel.scaled = step.has_value();
  if (!step) return;
  channel.voltage = step->unit == 0;
  channel.unit = channel.voltage ? "mV" : unitOfCode(step->unit);
  const int exponent = step->exponent + (channel.voltage ? 3 : 0);
  const double power = std::pow(10.0, std::abs(exponent));
  channel.numerator = static_cast<double>(step->mantissa) * (exponent > 0 ? power : 1);
  channel.denominator = exponent < 0 ? power : 1;
  const double size = std::fabs(channel.numerator / channel.denominator);
  if (!(size > 1e-20) || size > 1e20) refuse(file, index, "a resolution beyond all measure");
}

void setName(std::size_t index, Channel& channel) {
  const auto& lead = channel.definitions.lead;
  std::string name;
  if (lead) {
    name = leadOfCode(lead->code, channel.definitions.waveform.value_or(0));
    channel.storedName = lead->text.empty() ? name : lead->text;
    if (name.empty()) name = lead->text;
    if (name.empty() && lead->code) name = "code " + std::to_string(lead->code);
  }
  if (name.empty()) name = "channel " + std::to_string(index + 1);
  if (channel.storedName.empty()) channel.storedName = name;
  channel.name = canonicalLeadName(name);
}

}  // namespace

double sampleAt(const std::uint8_t* from, int type, bool big) {
  const std::uint64_t bits = wholeNumber({from, sizes[static_cast<std::size_t>(type)]}, big);
  switch (type) {
    case int16:
      return sameBits<std::int16_t>(static_cast<std::uint16_t>(bits));
    case int32:
      return sameBits<std::int32_t>(static_cast<std::uint32_t>(bits));
    case int8:
      return sameBits<std::int8_t>(static_cast<std::uint8_t>(bits));
    case float32:
      return static_cast<double>(sameBits<float>(static_cast<std::uint32_t>(bits)));
    case float64:
      return sameBits<double>(bits);
    default:
      return static_cast<double>(bits);
  }
}

Channel makeChannel(const Definitions& definitions, std::size_t index) {
  Channel channel;
  channel.definitions = definitions.of(index);
  const int type = channel.definitions.type.value_or(int16);
  channel.bytes = sizes[static_cast<std::size_t>(type)];
  const auto& lead = channel.definitions.lead;
  channel.status = type == status16 || (lead && lead->code == statusCode);
  setRate(definitions.file, index, channel);
  setScale(definitions.file, index, channel);
  if (const auto& offset = channel.definitions.offset)
    if (const auto value = typedValue(*offset, channel); value && std::isfinite(*value))
      channel.offset = *value;
  if (const auto& null = channel.definitions.null) channel.null = typedValue(*null, channel);
  setName(index, channel);
  return channel;
}

}  // namespace ecg::mfer
