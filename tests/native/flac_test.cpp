#include <doctest/doctest.h>

#include <string>

#include "preprocess/error.h"
#include "preprocess/formats/flac/crc.h"
#include "preprocess/formats/flac/decoder.h"
#include "tests/support/flac_writer.h"

using namespace ecg::test;
using ecg::flac::Stereo;

namespace {

using Bytes = std::vector<std::uint8_t>;

std::vector<Samples> decode(const Bytes& bytes) {
  const ecg::NamedBytes file{"x.flac", {bytes.data(), bytes.size()}};
  ecg::flac::Decoder decoder(file);
  std::vector<Samples> channels(decoder.info().channels);
  while (decoder.next())
    for (std::size_t c = 0; c < channels.size(); ++c)
      channels[c].insert(channels[c].end(), decoder.channel(c),
                         decoder.channel(c) + decoder.size());
  return channels;
}

struct Refused {
  std::string code, sentence;
};

Refused refusalOf(const Bytes& bytes) {
  try {
    decode(bytes);
    return {};
  } catch (const ecg::InputError& error) {
    return {error.code(), error.what()};
  }
}

void checkRefused(const Bytes& bytes, const std::string& code, const std::string& says) {
  const Refused refused = refusalOf(bytes);
  CAPTURE(refused.sentence);
  CHECK(refused.code == code);
  CHECK(refused.sentence.find("x.flac") == 0);
  CHECK(refused.sentence.find(says) != std::string::npos);
  CHECK(refused.sentence.find("byte ") != std::string::npos);
  CHECK((!refused.sentence.empty() && refused.sentence.back() == '.'));
}

/// Samples over the whole range, or an eighth of it.
Samples noise(std::size_t count, unsigned bits, bool whole) {
  const std::int32_t high = (std::int32_t{1} << (bits - 1)) - 1;
  return whole ? ramp(count, -high - 1, high) : ramp(count, -high / 8, high / 9);
}

void checkRoundTrip(const std::vector<Samples>& channels, const FlacOptions& options) {
  CAPTURE(options.bits);
  CAPTURE(options.blockSize);
  CAPTURE(static_cast<int>(options.coding));
  CAPTURE(static_cast<int>(options.stereo));
  CHECK(decode(encodeFlac(channels, options)) == channels);
}

constexpr std::size_t firstFrame = 42;

/// A stream of one frame that begins with `header`, its CRC-8, and then `rest`; CRC-16 at the end.
Bytes streamOf(const FlacOptions& options, const Bytes& header, const Bytes& rest) {
  Bytes bytes = encodeFlac({{}}, options), frame = header;
  frame.push_back(ecg::flac::crc8({header.data(), header.size()}));
  frame.insert(frame.end(), rest.begin(), rest.end());
  const std::uint16_t crc = ecg::flac::crc16({frame.data(), frame.size()});
  frame.push_back(static_cast<std::uint8_t>(crc >> 8));
  frame.push_back(static_cast<std::uint8_t>(crc));
  bytes.insert(bytes.end(), frame.begin(), frame.end());
  return bytes;
}

const Bytes eightSamples = {0xFF, 0xF8, 0x60, 0x08, 0x00, 7};  // 16 bits, one channel

}  // namespace

TEST_CASE("FLAC: every kind of subframe and depth round-trips, extremes included") {
  for (unsigned bits : {4u, 8u, 12u, 13u, 16u, 20u, 24u}) {
    for (bool whole : {false, true}) {
      const std::vector<Samples> one = {noise(1000, bits, whole)};
      FlacOptions options;
      options.bits = bits;
      options.longParameters = bits > 16;
      options.coding = FlacCoding::verbatim;
      checkRoundTrip(one, options);
      options.coding = FlacCoding::fixed;
      for (options.order = 0; options.order <= 4; ++options.order) checkRoundTrip(one, options);
      options.coding = FlacCoding::linear;
      checkRoundTrip(one, options);
    }
    FlacOptions constant;
    constant.bits = bits;
    constant.coding = FlacCoding::constant;
    checkRoundTrip({Samples(1000, -(std::int32_t{1} << (bits - 1)))}, constant);
  }
}

TEST_CASE("FLAC: linear predictors of every order, precision and shift") {
  FlacOptions options;
  options.coding = FlacCoding::linear;
  options.longParameters = true;
  options.bits = 24;
  const std::vector<Samples> one = {noise(300, 24, true)};
  for (unsigned order = 1; order <= 32; ++order) {
    for (unsigned precision : {1u, 2u, 8u, 15u}) {
      options.precision = precision;
      options.shift = precision == 15 ? 15 : precision - 1;
      options.coefficients.assign(order, -1);
      const std::int32_t most = (std::int32_t{1} << (precision - 1)) - 1;
      for (unsigned k = 0; k < order; k += 3)
        options.coefficients[k] = k % 2 ? most / static_cast<std::int32_t>(order) : -most;
      // Residuals have to fit 32 bits.
      if (order > 4)
        for (auto& value : options.coefficients) value /= static_cast<std::int32_t>(order);
      checkRoundTrip(one, options);
    }
  }
}

TEST_CASE("FLAC: partitions, escaped residuals and unused bits") {
  FlacOptions options;
  options.blockSize = 192;
  for (unsigned partitionOrder : {0u, 1u, 3u, 6u}) {
    for (bool longParameters : {false, true}) {
      for (bool escaped : {false, true}) {
        options.partitionOrder = partitionOrder;
        options.longParameters = longParameters;
        options.escaped = escaped;
        checkRoundTrip({noise(192 * 3, 16, false)}, options);
        checkRoundTrip({Samples(192, 7)}, options);  // residuals of no bits
      }
    }
  }
  options = {};
  for (FlacCoding coding : {FlacCoding::constant, FlacCoding::verbatim, FlacCoding::fixed,
                            FlacCoding::linear}) {
    options.coding = coding;
    for (unsigned wasted : {1u, 5u, 15u}) {
      options.wasted = wasted;
      Samples samples = noise(100, 16, true);
      for (auto& sample : samples)
        sample = (coding == FlacCoding::constant ? -1 : sample >> wasted) * (1 << wasted);
      checkRoundTrip({samples}, options);
    }
  }
}

TEST_CASE("FLAC: one to eight channels, and two in each of the stereo modes") {
  for (unsigned bits : {8u, 16u, 24u}) {
    FlacOptions options;
    options.bits = bits;
    options.longParameters = true;
    std::vector<Samples> channels;
    while (channels.size() < 8) {
      channels.push_back(noise(500, bits, channels.size() % 2));
      checkRoundTrip(channels, options);
    }
    channels = {noise(500, bits, true), noise(499, bits, true)};
    channels[1].insert(channels[1].begin(), channels[0].back());
    for (Stereo stereo : {Stereo::independent, Stereo::leftSide, Stereo::sideRight,
                          Stereo::midSide}) {
      options.stereo = stereo;
      for (FlacCoding coding : {FlacCoding::verbatim, FlacCoding::fixed}) {
        options.coding = coding;
        checkRoundTrip(channels, options);
      }
    }
  }
}

TEST_CASE("FLAC: block sizes, numbers of frames, sampling rates and metadata") {
  FlacOptions options;
  options.order = 0;
  for (unsigned size : {1u, 16u, 192u, 576u, 4608u, 256u, 255u, 257u, 4096u, 32768u, 65535u}) {
    options.blockSize = size;
    checkRoundTrip({noise(70000, 16, false)}, options);
  }
  options.blockSize = 16;
  options.variableBlockSize = true;  // numbers of one to four bytes
  checkRoundTrip({noise(70000, 16, false)}, options);
  for (options.rateCode = 0; options.rateCode < 15; ++options.rateCode)
    checkRoundTrip({noise(40, 16, false)}, options);
  options.rateCode = 0;
  options.bitsInFrame = false;
  checkRoundTrip({noise(40, 16, false)}, options);
  for (std::size_t size : {1, 300, 70000}) {
    options.padding.assign(size, 0x55);
    checkRoundTrip({noise(40, 16, false)}, options);
  }
}

TEST_CASE("FLAC: the checksums are those of their definitions") {
  const std::string digits = "123456789";
  const ecg::ByteView view{reinterpret_cast<const std::uint8_t*>(digits.data()), digits.size()};
  CHECK(ecg::flac::crc8(view) == 0xF4);
  CHECK(ecg::flac::crc16(view) == 0xFEE8);
}

TEST_CASE("FLAC: the description of the stream") {
  FlacOptions options;
  Bytes bytes = encodeFlac({{1, 2, 3}, {4, 5, 6}}, options);
  const auto info = [&] {
    return ecg::flac::readStreamInfo({"x.flac", {bytes.data(), bytes.size()}});
  };
  CHECK(info().channels == 2);
  CHECK(info().bitsPerSample == 16);
  CHECK(info().samples == 3);
  CHECK(info().largestBlock == 64);
  options.statedLength = (std::uint64_t{1} << 36) - 1;
  bytes = encodeFlac({{1, 2, 3}}, options);
  CHECK(info().samples == 0);
  bytes[0] = 'O';
  checkRefused(bytes, "bad-flac", "does not begin as a FLAC file");
  bytes[0] = 'f';
  bytes[7] = 33;
  checkRefused(bytes, "bad-flac", "byte 4");
  bytes[7] = 34;
  bytes[10] = bytes[11] = 0;
  checkRefused(bytes, "bad-flac", "byte 8");
  options.bits = 32;
  checkRefused(encodeFlac({{}}, options), "unsupported-format", "32 bits");
}

TEST_CASE("FLAC: every cut within a frame is truncated, and every flipped bit is refused") {
  FlacOptions options;
  options.blockSize = 32;
  options.padding = {0, 0, 0};
  const std::vector<Samples> channels = {noise(80, 16, false), noise(80, 16, true)};
  const Bytes bytes = encodeFlac(channels, options);
  std::size_t whole = 0;
  for (std::size_t size = 0; size < bytes.size(); ++size) {
    const auto end = bytes.begin() + static_cast<std::ptrdiff_t>(size);
    const Refused refused = refusalOf(Bytes(bytes.begin(), end));
    CAPTURE(size);
    if (refused.code.empty())
      ++whole;
    else
      CHECK(refused.code == "truncated");
  }
  CHECK(whole == 3);  // between frames: what comes next cannot be known
  const std::size_t frames = firstFrame + 4 + options.padding.size();
  for (std::size_t bit = frames * 8; bit < bytes.size() * 8; ++bit) {
    Bytes damaged = bytes;
    damaged[bit / 8] = static_cast<std::uint8_t>(damaged[bit / 8] ^ 1 << bit % 8);
    CAPTURE(bit);
    CHECK_FALSE(refusalOf(damaged).code.empty());
  }
}

TEST_CASE("FLAC: damage is told from damage") {
  FlacOptions options;
  options.blockSize = 8;
  const Samples samples = noise(24, 16, false);
  const Bytes bytes = encodeFlac({samples}, options);
  Bytes damaged = bytes;
  damaged[firstFrame] = 0;
  checkRefused(damaged, "bad-flac", "byte 42: no frame begins there");
  damaged = bytes;
  damaged[firstFrame + 6] ^= 1;
  checkRefused(damaged, "checksum-failed", "byte 42: the CRC-8");
  damaged = bytes;
  damaged.back() ^= 1;
  checkRefused(damaged, "checksum-failed", "the CRC-16");
  damaged = bytes;
  damaged.push_back(0);
  checkRefused(damaged, "truncated", "cut short");
  damaged.insert(damaged.end(), 100, 0);
  checkRefused(damaged, "bad-flac", "no frame begins there");

  Bytes shorter = encodeFlac({Samples(samples.begin(), samples.begin() + 8)}, options);
  shorter.insert(shorter.end(), bytes.begin() + firstFrame, bytes.end());
  checkRefused(shorter, "bad-flac", "not all there");
  FlacOptions shallow = options;
  shallow.bits = 12;
  for (const FlacOptions& other : {FlacOptions{}, shallow}) {
    Bytes mixed = encodeFlac({{}}, options);
    const Bytes frames = encodeFlac({samples}, other);
    mixed.insert(mixed.end(), frames.begin() + firstFrame, frames.end());
    checkRefused(mixed, "bad-flac", "contradicts the description");
  }
  Bytes stereo = encodeFlac({{}}, options);
  const Bytes frames = encodeFlac({samples, samples}, options);
  stereo.insert(stereo.end(), frames.begin() + firstFrame, frames.end());
  checkRefused(stereo, "bad-flac", "contradicts the description");
}

TEST_CASE("FLAC: reserved values and impossible subframes are refused") {
  FlacOptions options;
  options.statedLength = 8;
  CHECK(decode(streamOf(options, eightSamples, {0, 0xFF, 0xFE})) ==
        std::vector<Samples>{Samples(8, -2)});
  struct Header {
    std::size_t byte;
    std::uint8_t value;
  };
  for (const Header& bad : {Header{1, 0xFA}, Header{2, 0x00}, Header{2, 0x6F}, Header{3, 0xB8},
                            Header{3, 0x06}, Header{3, 0x09}, Header{4, 0x80}, Header{4, 0xFF}}) {
    Bytes header = eightSamples;
    header[bad.byte] = bad.value;
    CAPTURE(bad.byte);
    CHECK(refusalOf(streamOf(options, header, Bytes(40, 0))).code == "bad-flac");
  }
  struct Subframe {
    Bytes bytes;
    const char* says;
  };
  const Subframe subframes[] = {
      {{0x80}, "does not begin with a zero"},
      {{0x04}, "type is reserved"},
      {{0x1A}, "type is reserved"},
      {{0x3E}, "type is reserved"},
      {{0x01, 0x00, 0x01}, "all bits of the samples"},      // 16 unused bits of 16
      {{0x50, 0, 0, 0, 0}, "needs more samples"},           // linear, order 9 of 8 samples
      {{0x40, 0, 0, 0xF0, 0}, "linear predictor has"},      // precision
      {{0x40, 0, 0, 0x18, 0}, "linear predictor has"},      // negative shift
      {{0x10, 0x80}, "coding method is reserved"},
      {{0x10, 0x10}, "cut into that many partitions"},      // 16 partitions of 8 samples
      {{0x18, 0, 0, 0, 0, 0, 0, 0, 0, 0x08}, "cut into that many partitions"},
      {{0x12, 0, 0, 0x03, 0xFE, 0xFF, 0xFF, 0xFF, 0xFF}, "a sample is out of range"},
  };
  for (const Subframe& bad : subframes) {
    Bytes rest = bad.bytes;
    rest.insert(rest.end(), 40, 0);
    CAPTURE(bad.says);
    checkRefused(streamOf(options, eightSamples, rest), "bad-flac", bad.says);
  }
  // Rice parameter 14, and a quotient of 2^18 and more.
  Bytes rest = {0x10, 0x03, 0x80};
  rest.insert(rest.end(), 40000, 0);
  rest.push_back(1);
  rest.insert(rest.end(), 40, 0);
  checkRefused(streamOf(options, eightSamples, rest), "bad-flac", "a residual is out of range");
}

TEST_CASE("FLAC: channels that differ by more than their bits are refused") {
  FlacOptions options;
  options.coding = FlacCoding::constant;
  for (Stereo stereo : {Stereo::leftSide, Stereo::sideRight, Stereo::midSide}) {
    options.stereo = stereo;
    const Samples low(8, -30000), high(8, 30000);
    CHECK(decode(encodeFlac({low, high}, options)) == std::vector<Samples>{low, high});
  }
  // Left -32768 and side 65535.
  const Bytes bytes = encodeFlac({{}, {}}, options);
  Bytes frame = {0xFF, 0xF8, 0x60, 0x88, 0x00, 7};
  frame.push_back(ecg::flac::crc8({frame.data(), frame.size()}));
  for (std::uint8_t byte : {0x00, 0x80, 0x00, 0x00, 0x7F, 0xFF, 0x80}) frame.push_back(byte);
  const std::uint16_t crc = ecg::flac::crc16({frame.data(), frame.size()});
  frame.push_back(static_cast<std::uint8_t>(crc >> 8));
  frame.push_back(static_cast<std::uint8_t>(crc));
  frame.insert(frame.begin(), bytes.begin(), bytes.end());
  checkRefused(frame, "bad-flac", "a sample is out of range");
}

TEST_CASE("FLAC: repaired checksums are those of the writer") {
  FlacOptions options;
  options.blockSize = 16;
  options.padding = {1};
  const Bytes bytes = encodeFlac({noise(70, 16, false), noise(70, 16, true)}, options);
  CHECK(repairFlac(bytes) == bytes);
  Bytes damaged = bytes;
  damaged.back() ^= 0xFF;
  damaged[firstFrame + 5 + 6] ^= 0xFF;
  CHECK(repairFlac(damaged) == bytes);
}
