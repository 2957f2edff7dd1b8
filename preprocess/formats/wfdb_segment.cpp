#include "preprocess/formats/wfdb_segment.h"

#include <algorithm>
#include <limits>

#include "preprocess/formats/text.h"
#include "preprocess/formats/units.h"
#include "preprocess/formats/wfdb_flac.h"
#include "preprocess/formats/wfdb_group.h"
#include "preprocess/formats/wfdb_mat.h"
#include "preprocess/formats/wfdb_signals.h"
#include "preprocess/formats/wfdb_text.h"

namespace ecg::wfdb {
namespace {

constexpr std::size_t chunkSamples = 1 << 16;

/// The running state of one signal while its file is read from the front.
struct Channel {
  const Signal* signal = nullptr;
  float* out = nullptr;           ///< frame 0 of the placement; null where the signal has no lead
  std::int64_t value = 0;         ///< format 8: the last sample
  std::uint64_t sum = 0;          ///< of all samples, modulo 2^64
  double scale = 1;               ///< to mV
  std::uint64_t mixedFrames = 0;  ///< frames averaged over valid and invalid samples
  std::optional<std::int32_t> invalid;
};

std::uint64_t framesHeld(const Header& header, const Group& group) {
  const Signal& first = header.signals[group.signals.front()];
  if (isFlacFormat(first.format)) {
    const auto frames = flacFrames(header, group);
    if (frames) return *frames;
    reject("length-unknown",
           {header.fileName, " does not say how long the record is, and neither does ",
            group.file->name, "; add the number of samples to the header's first line."});
  }
  if (first.byteOffset >= group.file->bytes.size) return 0;
  const std::uint64_t bytes = group.file->bytes.size - first.byteOffset;
  return samplesInBytes(first.format, bytes) / group.samplesPerFrame;
}

void checkLength(const Header& header, const Group& group, std::uint64_t frames) {
  const Signal& first = header.signals[group.signals.front()];
  if (isFlacFormat(first.format)) {
    const auto held = flacFrames(header, group);
    if (held.value_or(frames) >= frames) return;
    reject("truncated", {group.file->name, " holds ", *held, " samples per signal and ",
                         header.fileName, " needs ", frames, "; get the original files."});
  }
  if (framesHeld(header, group) >= frames) return;
  constexpr std::uint64_t countable = std::uint64_t{1} << 60;
  std::string needed = "more than " + std::to_string(countable);
  if (frames < countable / group.samplesPerFrame / 4 && first.byteOffset < countable)
    needed = std::to_string(first.byteOffset +
                            bytesForSamples(first.format, frames * group.samplesPerFrame));
  reject("truncated", {group.file->name, " is truncated: ", header.fileName, " needs ", needed,
                       " bytes of it for ", frames, " samples per signal and it has ",
                       group.file->bytes.size, "; get the whole file."});
}

/// Takes one frame of a channel: the mean of its samples, or nothing where all are marked invalid.
/// A mean that mixes valid samples with the invalid mark is kept, as the WFDB libraries keep it
/// (in old records the mark is also the ADC's lower rail), and counted.
std::optional<double> takeFrame(Channel& channel, const std::int32_t* samples) {
  const auto count = static_cast<std::int64_t>(channel.signal->samplesPerFrame);
  std::int64_t sum = 0;
  std::int64_t invalid = 0;
  for (std::int64_t i = 0; i < count; ++i) {
    std::int64_t value = samples[i];
    if (channel.signal->format == 8) value = channel.value += value;
    sum += value;
    if (channel.invalid && value == *channel.invalid) ++invalid;
  }
  channel.sum += static_cast<std::uint64_t>(sum);
  if (invalid == count) return std::nullopt;
  if (invalid > 0) ++channel.mixedFrames;
  return static_cast<double>(count == 1 ? sum : sum / count);
}

Channel makeChannel(const Signal& signal, std::optional<std::size_t> lead, std::size_t start,
                    Recording& recording) {
  Channel channel;
  channel.signal = &signal;
  channel.value = signal.initialValue;
  channel.invalid = invalidSample(signal.format);
  channel.scale = millivoltsPer(signal.unit).value_or(1);
  if (lead) channel.out = recording.lead(*lead) + start;
  return channel;
}

void verifyChecksums(const Header& header, const std::vector<Channel>& channels,
                     std::vector<Diagnostic>& diagnostics) {
  std::string wrong;
  for (const Channel& channel : channels) {
    const auto& stated = channel.signal->checksum;
    // Many writers put 0 where they computed none.
    if (!stated || *stated == 0) continue;
    if (((static_cast<std::uint64_t>(*stated) ^ channel.sum) & 0xFFFF) != 0)
      wrong += (wrong.empty() ? "" : ", ") + labelOf(*channel.signal);
  }
  if (wrong.empty()) return;
  addDiagnostic(diagnostics, "checksum-mismatch",
                header.fileName +
                    ": the header's checksum does not match the samples, which may "
                    "be damaged or edited, of " +
                    wrong + ".");
}

void sayMixedFrames(const std::vector<Channel>& channels, std::vector<Diagnostic>& diagnostics) {
  for (const Channel& channel : channels)
    if (channel.mixedFrames > 0)
      addDiagnostic(diagnostics, "invalid-averaged",
                    std::to_string(channel.mixedFrames) + " averaged samples of " +
                        labelOf(*channel.signal) +
                        " include stored values that mark a missing sample or a saturated input.");
}

/// How far a signal file has to be read for the first `frames` frames of its record: the samples of
/// a skewed signal come later.
std::uint64_t framesRead(const Header& header, const Group& group, std::uint64_t recordFrames,
                         std::uint64_t frames) {
  std::uint64_t skew = 0;
  for (std::size_t i : group.signals) skew = std::max(skew, header.signals[i].skew);
  return skew < recordFrames ? std::min(recordFrames, frames + skew) : recordFrames;
}

void readGroup(const Header& header, const Group& group, std::uint64_t recordFrames,
               const Placement& placement, Recording& recording) {
  const Signal& first = header.signals[group.signals.front()];
  std::optional<FlacSignals> flac;
  if (isFlacFormat(first.format))
    flac.emplace(header, group);
  else
    checkMat(*group.file, first, group.signals.size(), recordFrames, recording.diagnostics);

  std::vector<Channel> channels;
  for (std::size_t i : group.signals)
    channels.push_back(
        makeChannel(header.signals[i], placement.lead[i], placement.start, recording));
  const std::uint64_t frames = framesRead(header, group, recordFrames, placement.frames);
  const auto frameSize = static_cast<std::size_t>(group.samplesPerFrame);
  const std::size_t chunkFrames = std::max<std::size_t>(1, chunkSamples / frameSize);
  std::vector<std::int32_t> chunk(
      frameSize * static_cast<std::size_t>(std::min<std::uint64_t>(chunkFrames, frames)));

  for (std::uint64_t frame = 0; frame < frames;) {
    const auto count =
        static_cast<std::size_t>(std::min<std::uint64_t>(chunkFrames, frames - frame));
    if (flac)
      flac->read(count, chunk.data());
    else
      decodeSamples(first.format, group.file->bytes.data + first.byteOffset, frame * frameSize,
                    count * frameSize, chunk.data());
    const std::int32_t* samples = chunk.data();
    for (const std::uint64_t end = frame + count; frame < end; ++frame) {
      for (Channel& channel : channels) {
        const Signal& signal = *channel.signal;
        const auto digital = takeFrame(channel, samples);
        samples += signal.samplesPerFrame;
        if (!channel.out || !digital || frame < signal.skew) continue;
        const std::uint64_t at = frame - signal.skew;
        if (at >= placement.frames) continue;
        const double physical = (*digital - signal.baseline) / signal.gain;
        channel.out[at] = static_cast<float>(physical * channel.scale);
      }
    }
  }
  sayMixedFrames(channels, recording.diagnostics);
  if (frames == recordFrames && header.length)
    verifyChecksums(header, channels, recording.diagnostics);
}

void sayAveraging(const Header& header, Recording& recording) {
  std::string leads;
  for (const Signal& signal : header.signals) {
    if (signal.samplesPerFrame < 2) continue;
    leads += sentence({(leads.empty() ? "" : ", "), labelOf(signal), " (", signal.samplesPerFrame,
                       " samples per frame)"});
  }
  if (leads.empty()) return;
  addDiagnostic(
      recording.diagnostics, "frames-averaged",
      "Stored faster than the record's frame rate and averaged down to it: " + leads + ".");
}

}  // namespace

std::optional<double> millivoltsPer(std::string_view unit) {
  const auto units = voltageUnitsPerMillivolt(unit);
  return units ? std::optional<double>(1 / *units) : std::nullopt;
}

std::string labelOf(const Signal& signal) {
  return signal.description.empty() ? "the signal of line " + std::to_string(signal.line)
                                    : "lead " + signal.description;
}

void addDiagnostic(std::vector<Diagnostic>& diagnostics, std::string code, std::string message) {
  for (const Diagnostic& known : diagnostics)
    if (known.code == code && known.message == message) return;
  say(diagnostics, std::move(code), {std::move(message)});
}

std::uint64_t countFrames(const Header& header, const FileSet& files,
                          std::vector<Diagnostic>& diagnostics) {
  if (header.length) return *header.length;
  std::optional<std::uint64_t> frames;
  for (const Group& group : groupByFile(header, files)) {
    const std::uint64_t held = framesHeld(header, group);
    frames = std::min(frames.value_or(held), held);
  }
  if (frames.value_or(0) > 0)
    addDiagnostic(diagnostics, "length-from-file",
                  header.fileName + " does not say how long the record is; its signal files hold " +
                      std::to_string(*frames) + " samples per signal.");
  return frames.value_or(0);
}

void checkSegment(const Header& header, const FileSet& files, std::uint64_t recordFrames) {
  for (const Group& group : groupByFile(header, files)) checkLength(header, group, recordFrames);
}

std::uint64_t decompressionWork(const Header& header, const FileSet& files,
                                std::uint64_t recordFrames, std::uint64_t frames) {
  const auto& all = header.signals;
  if (std::none_of(all.begin(), all.end(), [](const auto& s) { return isFlacFormat(s.format); }))
    return 0;
  std::uint64_t work = 0;
  for (const Group& group : groupByFile(header, files)) {
    if (!isFlacFormat(all[group.signals.front()].format)) continue;
    const std::uint64_t more =
        flacWork(header, group, framesRead(header, group, recordFrames, frames));
    work += std::min(more, std::numeric_limits<std::uint64_t>::max() - work);
  }
  return work;
}

void readSegment(const Header& header, const FileSet& files, std::uint64_t recordFrames,
                 const Placement& placement, Recording& recording) {
  for (const Group& group : groupByFile(header, files))
    readGroup(header, group, recordFrames, placement, recording);
  sayAveraging(header, recording);
}

}  // namespace ecg::wfdb
