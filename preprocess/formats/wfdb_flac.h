#pragma once

#include <cstddef>
#include <cstdint>
#include <optional>

#include "preprocess/formats/flac/decoder.h"
#include "preprocess/formats/wfdb_group.h"

namespace ecg::wfdb {

/// Checks, before anything is allocated, that a FLAC file is what the header says: a channel for
/// each of its signals, all with the same samples per frame, and no more bits than the format has.
///
/// @returns how many frames it holds; absent where it does not say.
/// @throws InputError `bad-flac`, `truncated` and `bad-signal-file`.
std::optional<std::uint64_t> flacFrames(const Header& header, const Group& group);

/// The work of reading the first `frames` frames of a FLAC file, in samples: those of all channels
/// up to the last one needed, a block more, and passing over the metadata.
std::uint64_t flacWork(const Header& header, const Group& group, std::uint64_t frames);

/// Reads the frames of a FLAC file, in the order of an uncompressed signal file: frame by frame, in
/// each the samples of every signal. The channels are the signals.
class FlacSignals {
 public:
  FlacSignals(const Header& header, const Group& group);

  /// The next `frames` frames, into room for `frames` times the group's samples per frame.
  ///
  /// @throws InputError what `flac::Decoder` throws, `truncated` where the file has fewer.
  void read(std::size_t frames, std::int32_t* out);

 private:
  void nextBlock();

  const NamedBytes& file_;
  flac::Decoder decoder_;
  std::size_t samplesPerFrame_;  ///< of each signal
  std::uint64_t skip_;           ///< samples before the first frame
  std::size_t at_ = 0;           ///< in the decoder's block
};

}  // namespace ecg::wfdb
