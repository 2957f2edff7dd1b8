#include "preprocess/formats/flac/decoder.h"

#include "preprocess/error.h"
#include "preprocess/formats/byte_reader.h"
#include "preprocess/formats/flac/crc.h"
#include "preprocess/formats/flac/subframe.h"

namespace ecg::flac {
namespace {

constexpr std::size_t streamInfoSize = 34;
constexpr std::uint64_t unknownSamples = (std::uint64_t{1} << 36) - 1;

[[noreturn]] void failAt(const NamedBytes& file, std::size_t byte, const char* code,
                         const std::string& what) {
  reject(code, {file.name, ", byte ", byte, ": ", what, "; get the original file."});
}

std::size_t firstFrame(const NamedBytes& file) {
  ByteReader reader(file.name, file.bytes, ByteReader::Order::big);
  reader.skip(4);
  for (bool last = false; !last;) {
    const std::uint32_t head = reader.u32();
    last = (head >> 31) != 0;
    reader.skip(head & 0xFFFFFF);
  }
  return reader.position();
}

}  // namespace

StreamInfo readStreamInfo(const NamedBytes& file) {
  ByteReader reader(file.name, file.bytes, ByteReader::Order::big);
  if (reader.text(4) != "fLaC")
    failAt(file, 0, "bad-flac", "it does not begin as a FLAC file does");
  if ((reader.u32() & 0x7FFFFFFF) != streamInfoSize)
    failAt(file, 4, "bad-flac", "the description of the FLAC stream is not there");
  reader.skip(2);
  StreamInfo info;
  info.largestBlock = reader.u16();
  reader.skip(6);
  const std::uint64_t packed = reader.u64();
  reader.skip(16);  // MD5
  info.channels = static_cast<unsigned>(packed >> 41 & 7) + 1;
  info.bitsPerSample = static_cast<unsigned>(packed >> 36 & 31) + 1;
  info.samples = packed & unknownSamples;
  if (info.samples == unknownSamples) info.samples = 0;  // what WFDB writes into a pipe
  if (info.largestBlock == 0 || info.bitsPerSample < 4)
    failAt(file, 8, "bad-flac", "the description of the FLAC stream cannot be right");
  return info;
}

Decoder::Decoder(const NamedBytes& file)
    : file_(file), info_(readStreamInfo(file)), at_(firstFrame(file)) {
  if (info_.bitsPerSample > mostBitsPerSample)
    fail("unsupported-format",
         sentence({"its samples have ", info_.bitsPerSample, " bits, and up to 24 are read"}));
  samples_.resize(std::size_t{info_.channels} * info_.largestBlock);
}

void Decoder::fail(const char* code, const std::string& what) const {
  failAt(file_, at_, code, what);
}

void Decoder::failCut() const { fail("truncated", "the last FLAC frame is cut short"); }

FrameHeader Decoder::readHeader(Bits& bits) const {
  FrameHeader header;
  const char* wrong = readFrameHeader(bits, header);
  if (bits.overrun() || bits.position() == file_.bytes.size) failCut();
  if (wrong) fail("bad-flac", wrong);
  const std::uint8_t crc = crc8({file_.bytes.data + at_, bits.position() - at_});
  if (bits.take(8) != crc) fail("checksum-failed", "the CRC-8 of the FLAC frame header is another");
  if (header.channels != info_.channels ||
      (header.bitsPerSample != 0 && header.bitsPerSample != info_.bitsPerSample) ||
      header.blockSize > info_.largestBlock)
    fail("bad-flac", "the FLAC frame contradicts the description of the stream");
  if (header.number != (header.variableBlockSize ? done_ : frames_))
    fail("bad-flac", "the FLAC frames before this one are not all there");
  return header;
}

bool Decoder::next() {
  size_ = 0;
  if (at_ == file_.bytes.size) return false;
  Bits bits(file_.bytes, at_);
  const FrameHeader header = readHeader(bits);
  for (unsigned c = 0; c < info_.channels; ++c) {
    const unsigned depth = info_.bitsPerSample + isSide(header.stereo, c);
    const char* wrong = decodeSubframe(bits, depth, header.blockSize,
                                       samples_.data() + std::size_t{c} * info_.largestBlock);
    if (bits.overrun()) failCut();
    if (wrong) fail("bad-flac", wrong);
  }
  bits.alignToByte();
  const std::size_t end = bits.position();
  const std::uint32_t crc = bits.take(16);
  if (bits.overrun()) failCut();
  if (crc != crc16({file_.bytes.data + at_, end - at_}))
    fail("checksum-failed", "the CRC-16 of the FLAC frame is another, so its samples are damaged");
  size_ = header.blockSize;
  decorrelate(header.stereo);
  ++frames_;
  done_ += size_;
  at_ = end + 2;
  return true;
}

void Decoder::decorrelate(Stereo stereo) {
  if (stereo == Stereo::independent) return;
  std::int32_t* left = samples_.data();
  std::int32_t* right = left + info_.largestBlock;
  const std::int32_t limit = std::int32_t{1} << (info_.bitsPerSample - 1);
  bool inRange = true;
  for (std::size_t i = 0; i < size_; ++i) {
    std::int32_t a = left[i], b = right[i];
    if (stereo == Stereo::leftSide) b = a - b;
    if (stereo == Stereo::sideRight) a = a + b;
    if (stereo == Stereo::midSide) {
      const std::int32_t sum = 2 * a + (b & 1);
      a = (sum + b) >> 1;
      b = (sum - b) >> 1;
    }
    inRange = inRange && a >= -limit && a < limit && b >= -limit && b < limit;
    left[i] = a;
    right[i] = b;
  }
  if (!inRange) fail("bad-flac", "a sample is out of range");
}

}  // namespace ecg::flac
