// Any bytes, as they are and with their checksums repaired, are decoded as FLAC or refused with an
// InputError; any samples that were encoded come out again.
#include <cstdlib>

#include "preprocess/error.h"
#include "preprocess/formats/flac/decoder.h"
#include "tests/support/flac_writer.h"

namespace {

using Bytes = std::vector<std::uint8_t>;

constexpr std::size_t mostFrames = 64;

void require(bool holds) {
  if (!holds) std::abort();
}

std::vector<ecg::test::Samples> decoded(const Bytes& bytes) {
  const ecg::NamedBytes file{"fuzz.flac", {bytes.data(), bytes.size()}};
  ecg::flac::Decoder decoder(file);
  std::vector<ecg::test::Samples> channels(decoder.info().channels);
  const std::int32_t limit = std::int32_t{1} << (decoder.info().bitsPerSample - 1);
  for (std::size_t frames = 0; frames < mostFrames && decoder.next(); ++frames) {
    require(decoder.size() > 0 && decoder.size() <= decoder.info().largestBlock);
    for (std::size_t c = 0; c < channels.size(); ++c)
      for (std::size_t i = 0; i < decoder.size(); ++i) {
        require(decoder.channel(c)[i] >= -limit && decoder.channel(c)[i] < limit);
        channels[c].push_back(decoder.channel(c)[i]);
      }
  }
  return channels;
}

void decodeOrRefuse(const Bytes& bytes) {
  try {
    decoded(bytes);
  } catch (const ecg::InputError& error) {
    const std::string code = error.code();
    require(code == "bad-flac" || code == "truncated" || code == "checksum-failed" ||
            code == "unsupported-format");
  }
}

/// The first bytes choose how the others, as samples of one or two bytes, are written.
void roundTrip(const Bytes& bytes) {
  if (bytes.size() < 8) return;
  ecg::test::FlacOptions options;
  options.bits = bytes[0] % 2 ? 8 : 16;
  options.blockSize = 1 + bytes[1];
  options.stereo = static_cast<ecg::flac::Stereo>(bytes[2] % 4);
  options.coding = static_cast<ecg::test::FlacCoding>(1 + bytes[2] / 4 % 3);
  options.order = bytes[3] % 5;
  options.partitionOrder = bytes[4] % 4;
  options.escaped = bytes[4] % 8 > 5;
  options.longParameters = bytes[4] % 16 > 7;
  options.variableBlockSize = bytes[4] > 127;
  std::vector<ecg::test::Samples> channels(2);
  const std::size_t width = options.bits / 8;
  for (std::size_t i = 8; i + 2 * width <= bytes.size(); i += 2 * width)
    for (std::size_t c = 0; c < 2; ++c)
      channels[c].push_back(
          width == 1 ? static_cast<std::int8_t>(bytes[i + c])
                     : static_cast<std::int16_t>(bytes[i + 2 * c] | bytes[i + 2 * c + 1] << 8));
  if (channels[0].size() < mostFrames * options.blockSize)
    require(decoded(ecg::test::encodeFlac(channels, options)) == channels);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const Bytes bytes(data, data + size);
  decodeOrRefuse(bytes);
  decodeOrRefuse(ecg::test::repairFlac(bytes));
  roundTrip(bytes);
  return 0;
}
