#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "preprocess/formats/diagnostics.h"
#include "preprocess/formats/mfer/channel.h"

namespace ecg::mfer {

/// A recording: the frames whose channels are defined alike, one after the other.
struct Series {
  std::vector<Channel> channels;
  std::vector<std::vector<float>> samples;  ///< of each channel, in its unit
  std::vector<Gap> gaps;                    ///< in samples of the first channel
  std::uint64_t end = 0;                    ///< where the next frame is to begin by its pointer
  bool truncated = false;                   ///< a frame has fewer samples than it states

  int waveform() const { return channels.front().definitions.waveform.value_or(0); }
  /// In seconds, of the longest channel.
  double duration() const;
};

/// Reads the frames of a file into recordings as they come.
class Frames {
 public:
  /// Reads a frame (MWF_WAV) by the definitions in force.
  ///
  /// @throws InputError `bad-header`, `unsupported-sampling`, `bad-record-times` (a pointer before
  ///   the end of the frame ahead), `gap-too-long`.
  void add(const Item& item, const Definitions& definitions);

  std::vector<Series>& series() { return series_; }

 private:
  Series& seriesOf(const std::vector<ChannelDefinitions>& channels, const Definitions& definitions);

  std::vector<Series> series_;
  std::size_t latest_ = 0;
};

}  // namespace ecg::mfer
