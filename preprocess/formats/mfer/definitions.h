#pragma once

#include <cstddef>
#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "preprocess/formats/mfer/charset.h"
#include "preprocess/formats/mfer/items.h"

namespace ecg::mfer {

/// A number as mantissa x 10^exponent, with the code of its unit.
struct Scaled {
  int unit = 0;
  int exponent = 0;
  std::int64_t mantissa = 0;

  bool operator==(const Scaled& other) const {
    return unit == other.unit && exponent == other.exponent && mantissa == other.mantissa;
  }
};

/// A value of the type of the samples, kept as stored until the type is known.
struct Stored {
  std::string bytes;
  bool big = true;

  bool operator==(const Stored& other) const { return bytes == other.bytes && big == other.big; }
};

struct LeadCode {
  int code = 0;
  std::string text;

  bool operator==(const LeadCode& other) const { return code == other.code && text == other.text; }
};

/// What can be defined of a channel; where it is not, what holds for all channels.
struct ChannelDefinitions {
  std::optional<std::uint64_t> block, sequences;
  std::optional<int> type, waveform;
  std::optional<Scaled> interval, step;
  std::optional<Stored> offset, null;
  std::optional<LeadCode> lead;

  /// The layout but for the numbers of samples, which may change from frame to frame.
  bool sameLayout(const ChannelDefinitions& other) const;
};

inline constexpr std::size_t mostChannels = 1024;

/// The definitions in force.
struct Definitions {
  std::string file;  ///< its name, for messages
  bool big = true;
  std::size_t channels = 1;
  ChannelDefinitions all;
  std::map<std::size_t, ChannelDefinitions> channel;  ///< of single channels, from 0 on
  std::optional<std::uint64_t> pointer;               ///< of the next frame, in samples
  Charset charset;

  /// What holds for a channel.
  ChannelDefinitions of(std::size_t index) const;
};

/// Takes a definition of how the samples are laid out. True where it is one, false for any other.
///
/// @param channel the channel it is for; empty: all.
/// @throws InputError `bad-header` where its contents cannot be, `unsupported-compression`.
bool define(const Item& item, std::optional<std::size_t> channel, Definitions& definitions);

/// A whole number of up to 8 bytes.
std::uint64_t wholeNumber(ByteView value, bool big);

}  // namespace ecg::mfer
