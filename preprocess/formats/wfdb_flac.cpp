#include "preprocess/formats/wfdb_flac.h"

#include <algorithm>
#include <limits>

#include "preprocess/error.h"

namespace ecg::wfdb {
namespace {

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

std::uint64_t plus(std::uint64_t a, std::uint64_t b) { return a > most - b ? most : a + b; }
std::uint64_t times(std::uint64_t a, std::uint64_t b) {
  return b > 0 && a > most / b ? most : a * b;
}

const Signal& firstOf(const Header& header, const Group& group) {
  return header.signals[group.signals.front()];
}

[[noreturn]] void refuse(const Header& header, const Group& group, const std::string& what) {
  reject("bad-signal-file", {group.file->name, " has ", what, ", unlike ", header.fileName,
                             " says; get the original files."});
}

}  // namespace

std::optional<std::uint64_t> flacFrames(const Header& header, const Group& group) {
  const flac::StreamInfo info = flac::readStreamInfo(*group.file);
  const Signal& first = firstOf(header, group);
  for (std::size_t i : group.signals)
    if (header.signals[i].samplesPerFrame != first.samplesPerFrame)
      reject("bad-header", {header.fileName, ", line ", header.signals[i].line, ": ", first.file,
                            " is a FLAC file, whose signals must all have the same "
                            "samples per frame; correct the header."});
  if (info.channels != group.signals.size())
    refuse(header, group,
           sentence({info.channels, " FLAC channels and not ", group.signals.size()}));
  const auto bits = static_cast<unsigned>(first.format - 500);
  if (info.bitsPerSample > bits)
    refuse(header, group,
           sentence({"samples of ", info.bitsPerSample, " bits and not of up to ", bits}));
  if (info.samples == 0) return std::nullopt;
  if (info.samples <= first.byteOffset) return 0;
  return (info.samples - first.byteOffset) / first.samplesPerFrame;
}

std::uint64_t flacWork(const Header& header, const Group& group, std::uint64_t frames) {
  const flac::StreamInfo info = flac::readStreamInfo(*group.file);
  const Signal& first = firstOf(header, group);
  const std::uint64_t samples =
      plus(plus(times(frames, first.samplesPerFrame), first.byteOffset), info.largestBlock);
  return plus(times(samples, info.channels), group.file->bytes.size / 4);
}

FlacSignals::FlacSignals(const Header& header, const Group& group)
    : file_(*group.file),
      decoder_(file_),
      samplesPerFrame_(static_cast<std::size_t>(firstOf(header, group).samplesPerFrame)),
      skip_(firstOf(header, group).byteOffset) {}

void FlacSignals::nextBlock() {
  at_ = 0;
  if (!decoder_.next())
    reject("truncated", {file_.name, ", byte ", file_.bytes.size,
                         ": the FLAC file ends before the record does; get the whole "
                         "file."});
}

void FlacSignals::read(std::size_t frames, std::int32_t* out) {
  const std::size_t channels = decoder_.info().channels;
  for (std::size_t done = 0, want = frames * samplesPerFrame_; done < want;) {
    if (at_ == decoder_.size()) nextBlock();
    const auto skipped =
        static_cast<std::size_t>(std::min<std::uint64_t>(skip_, decoder_.size() - at_));
    skip_ -= skipped;
    at_ += skipped;
    const std::size_t within = done % samplesPerFrame_;
    const std::size_t count =
        std::min({decoder_.size() - at_, want - done, samplesPerFrame_ - within});
    std::int32_t* to = out + (done - within) * channels + within;
    for (std::size_t c = 0; c < channels; ++c)
      std::copy_n(decoder_.channel(c) + at_, count, to + c * samplesPerFrame_);
    at_ += count;
    done += count;
  }
}

}  // namespace ecg::wfdb
