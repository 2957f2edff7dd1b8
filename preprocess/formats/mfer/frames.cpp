#include "preprocess/formats/mfer/frames.h"

#include <algorithm>
#include <cmath>
#include <map>

namespace ecg::mfer {
namespace {

constexpr std::size_t mostSeries = 64;

/// The blocks of a frame, taken in their order: of each sequence one of every channel that has not
/// had all of its sequences.
class Blocks {
 public:
  Blocks(const Item& item, const std::vector<ChannelDefinitions>& layout, Series& series)
      : layout_(layout), series_(series), at_(item.value.data), left_(item.value.size) {}

  /// @param big the byte order. False where the frame has fewer samples than it states.
  bool read(bool big) {
    for (std::uint64_t sequence = 0; choose(sequence); ++sequence) {
      if (left_ == 0) return !stated_;
      for (std::size_t channel : active_)
        if (!take(channel, big)) return false;
    }
    return true;
  }

 private:
  /// Chooses the channels of a sequence; false where none has any more.
  bool choose(std::uint64_t sequence) {
    if (sequence < until_) return true;
    active_.clear();
    until_ = ~std::uint64_t{0};
    stated_ = false;
    for (std::size_t i = 0; i < layout_.size(); ++i) {
      const auto& sequences = layout_[i].sequences;
      if (sequences && *sequences <= sequence) continue;
      active_.push_back(i);
      if (!sequences) continue;
      until_ = std::min(until_, *sequences);
      stated_ = true;
    }
    return !active_.empty();
  }

  bool take(std::size_t index, bool big) {
    const Channel& channel = series_.channels[index];
    const std::uint64_t wanted = layout_[index].block.value_or(1);
    const std::size_t count =
        static_cast<std::size_t>(std::min<std::uint64_t>(wanted, left_ / channel.bytes));
    const int type = channel.definitions.type.value_or(0);
    std::vector<float>& out = series_.samples[index];
    for (std::size_t i = 0; i < count; ++i, at_ += channel.bytes)
      out.push_back(channel.value(sampleAt(at_, type, big)));
    left_ -= count * channel.bytes;
    return count == wanted;
  }

  const std::vector<ChannelDefinitions>& layout_;
  Series& series_;
  const std::uint8_t* at_;
  std::size_t left_;
  std::vector<std::size_t> active_;
  std::uint64_t until_ = 0;
  bool stated_ = false;
};

std::size_t lengthOf(const Series& series) {
  std::size_t total = 0;
  for (const auto& samples : series.samples) total += samples.size();
  return std::max<std::size_t>(1, total / series.samples.size());
}

/// Brings channels of one rate to the same length, so that the next frame begins for all at once.
void align(const std::string& file, Series& series) {
  std::map<double, std::size_t> longest;
  for (std::size_t i = 0; i < series.channels.size(); ++i) {
    std::size_t& length = longest[series.channels[i].rate];
    length = std::max(length, series.samples[i].size());
  }
  double filled = 0;
  for (const Channel& channel : series.channels)
    filled += static_cast<double>(longest[channel.rate]);
  const std::size_t count = series.channels.size();
  checkFilledSize(file, lengthOf(series), filled / static_cast<double>(count), count);
  for (std::size_t i = 0; i < count; ++i)
    series.samples[i].resize(longest[series.channels[i].rate],
                             std::numeric_limits<float>::quiet_NaN());
}

/// Fills with NaN what lies between the frames by their pointers.
void placeByPointer(const Definitions& definitions, Series& series) {
  const std::uint64_t pointer = *definitions.pointer;
  if (pointer < series.end)
    reject("bad-record-times",
           {definitions.file, " has a frame that begins at sample ", pointer,
            " (MWF_PNT), before the one ahead of it ends, ", series.end, "; export it again."});
  if (pointer == series.end) return;
  const double rate = series.channels.front().rate;
  const double seconds = static_cast<double>(pointer - series.end) / rate;
  double filled = 0;
  for (std::size_t i = 0; i < series.channels.size(); ++i)
    filled += static_cast<double>(series.samples[i].size()) + seconds * series.channels[i].rate;
  const std::size_t count = series.channels.size();
  checkFilledSize(definitions.file, lengthOf(series), filled / static_cast<double>(count), count);
  series.gaps.push_back(
      {series.samples.front().size(), static_cast<std::size_t>(pointer - series.end)});
  for (std::size_t i = 0; i < count; ++i) {
    const double more = std::round(seconds * series.channels[i].rate);
    series.samples[i].resize(series.samples[i].size() + static_cast<std::size_t>(more),
                             std::numeric_limits<float>::quiet_NaN());
  }
}

}  // namespace

double Series::duration() const {
  double longest = 0;
  for (std::size_t i = 0; i < channels.size(); ++i)
    longest = std::max(longest, static_cast<double>(samples[i].size()) / channels[i].rate);
  return longest;
}

Series& Frames::seriesOf(const std::vector<ChannelDefinitions>& channels,
                         const Definitions& definitions) {
  const auto fits = [&](const Series& series) {
    return std::equal(series.channels.begin(), series.channels.end(), channels.begin(),
                      channels.end(), [](const Channel& known, const ChannelDefinitions& wanted) {
                        return known.definitions.sameLayout(wanted);
                      });
  };
  if (latest_ < series_.size() && fits(series_[latest_])) return series_[latest_];
  for (latest_ = 0; latest_ < series_.size(); ++latest_)
    if (fits(series_[latest_])) return series_[latest_];
  if (series_.size() == mostSeries)
    reject("bad-header", {definitions.file, " defines its channels in more than ", mostSeries,
                          " ways; split it and read the parts one at a time."});
  Series series;
  for (std::size_t i = 0; i < channels.size(); ++i)
    series.channels.push_back(makeChannel(definitions, i));
  series.samples.resize(channels.size());
  series.end = definitions.pointer.value_or(0);
  series_.push_back(std::move(series));
  return series_.back();
}

void Frames::add(const Item& item, const Definitions& definitions) {
  if (item.value.size < definitions.channels)
    reject(item.cut ? "truncated" : "bad-header",
           {definitions.file, " has a frame of ", item.value.size, " bytes at byte ", item.offset,
            " for ", definitions.channels, " channels; get the original file."});
  std::vector<ChannelDefinitions> layout;
  for (std::size_t i = 0; i < definitions.channels; ++i) layout.push_back(definitions.of(i));
  Series& series = seriesOf(layout, definitions);
  if (definitions.pointer) placeByPointer(definitions, series);
  const std::size_t before = series.samples.front().size();
  const bool whole = Blocks(item, layout, series).read(definitions.big);
  series.truncated = series.truncated || !whole || item.cut;
  align(definitions.file, series);
  series.end = definitions.pointer.value_or(series.end) + (series.samples.front().size() - before);
}

}  // namespace ecg::mfer
