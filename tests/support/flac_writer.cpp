#include "tests/support/flac_writer.h"

#include <algorithm>
#include <cstdlib>

#include "preprocess/error.h"
#include "preprocess/formats/flac/crc.h"
#include "preprocess/formats/flac/decoder.h"
#include "preprocess/formats/flac/subframe.h"

namespace ecg::test {
namespace {

using Bytes = std::vector<std::uint8_t>;

class BitWriter {
 public:
  void put(std::uint64_t value, unsigned count) {
    for (unsigned i = count; i-- > 0;) {
      if (free_ == 0) {
        bytes.push_back(0);
        free_ = 8;
      }
      --free_;
      bytes.back() = static_cast<std::uint8_t>(bytes.back() | (value >> i & 1) << free_);
    }
  }
  void putSigned(std::int64_t value, unsigned count) {
    put(static_cast<std::uint64_t>(value), count);
  }
  void putUnary(std::uint64_t zeros) {
    for (std::uint64_t i = 0; i < zeros; ++i) put(0, 1);
    put(1, 1);
  }
  void align() { free_ = 0; }

  Bytes bytes;

 private:
  unsigned free_ = 0;
};

unsigned signedWidth(std::int64_t value) {
  unsigned width = 1;
  while (value < -(std::int64_t{1} << (width - 1)) || value >= std::int64_t{1} << (width - 1))
    ++width;
  return width;
}

std::uint64_t folded(std::int64_t residual) {
  const auto bits = static_cast<std::uint64_t>(residual);
  return residual < 0 ? ~(bits << 1) : bits << 1;
}

void putEscaped(BitWriter& out, const std::vector<std::int64_t>& residuals) {
  unsigned width = 0;
  for (std::int64_t value : residuals)
    if (value != 0) width = std::max(width, signedWidth(value));
  out.put(width, 5);
  for (std::int64_t value : residuals) out.putSigned(value, width);
}

void putRice(BitWriter& out, unsigned parameter, const std::vector<std::int64_t>& residuals) {
  for (std::int64_t value : residuals) {
    out.putUnary(folded(value) >> parameter);
    out.put(folded(value), parameter);
  }
}

void putResiduals(BitWriter& out, unsigned order, const std::vector<std::int64_t>& residuals,
                  const FlacOptions& options) {
  const unsigned bits = options.longParameters ? 5 : 4;
  const unsigned escape = (1u << bits) - 1;
  out.put(options.longParameters, 2);
  out.put(options.partitionOrder, 4);
  const std::size_t partition = (residuals.size() + order) >> options.partitionOrder;
  auto from = residuals.begin();
  for (std::size_t p = 0; p < std::size_t{1} << options.partitionOrder; ++p) {
    const auto to = from + static_cast<std::ptrdiff_t>(partition - (p == 0 ? order : 0));
    const std::vector<std::int64_t> part(from, to);
    from = to;
    std::uint64_t largest = 0;
    for (std::int64_t value : part) largest = std::max(largest, folded(value));
    unsigned parameter = 0;
    while (largest >> parameter > 6 && parameter + 1 < escape) ++parameter;
    out.put(options.escaped ? escape : parameter, bits);
    if (options.escaped)
      putEscaped(out, part);
    else
      putRice(out, parameter, part);
  }
}

std::vector<std::int32_t> coefficientsOf(const FlacOptions& options) {
  if (options.coding == FlacCoding::linear) return options.coefficients;
  const std::vector<std::int32_t> fixed[] = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};
  return fixed[options.order];
}

void putPredicted(BitWriter& out, const Samples& samples, unsigned bits,
                  const FlacOptions& options) {
  const auto coefficients = coefficientsOf(options);
  const bool linear = options.coding == FlacCoding::linear;
  const std::size_t order = coefficients.size();
  for (std::size_t i = 0; i < order; ++i) out.putSigned(samples.at(i), bits);
  if (linear) {
    out.put(options.precision - 1, 4);
    out.put(options.shift, 5);
    for (std::int32_t value : coefficients) out.putSigned(value, options.precision);
  }
  std::vector<std::int64_t> residuals;
  for (std::size_t i = order; i < samples.size(); ++i) {
    std::int64_t sum = 0;
    for (std::size_t k = 0; k < order; ++k)
      sum += std::int64_t{coefficients[k]} * samples[i - 1 - k];
    residuals.push_back(samples[i] - (sum >> (linear ? options.shift : 0)));
  }
  putResiduals(out, static_cast<unsigned>(order), residuals, options);
}

unsigned typeOf(const FlacOptions& options) {
  switch (options.coding) {
    case FlacCoding::constant:
      return 0;
    case FlacCoding::verbatim:
      return 1;
    case FlacCoding::fixed:
      return 8 + options.order;
    default:
      return 31 + static_cast<unsigned>(options.coefficients.size());
  }
}

void putSubframe(BitWriter& out, Samples samples, unsigned bits, FlacOptions options) {
  const bool predicts = options.coding == FlacCoding::fixed || options.coding == FlacCoding::linear;
  // A last block may be shorter than a predictor, or not be cut into partitions.
  if (predicts && (samples.size() >> options.partitionOrder < coefficientsOf(options).size() ||
                   samples.size() % (std::size_t{1} << options.partitionOrder) != 0))
    options.coding = FlacCoding::verbatim;
  out.put(typeOf(options), 7);
  out.put(options.wasted > 0, 1);
  if (options.wasted > 0) out.putUnary(options.wasted - 1);
  bits -= options.wasted;
  for (std::int32_t& sample : samples) sample /= std::int32_t{1} << options.wasted;
  if (options.coding == FlacCoding::constant)
    out.putSigned(samples.at(0), bits);
  else if (options.coding == FlacCoding::verbatim)
    for (std::int32_t sample : samples) out.putSigned(sample, bits);
  else
    putPredicted(out, samples, bits, options);
}

void putNumber(BitWriter& out, std::uint64_t number) {
  if (number < 0x80) return out.put(number, 8);
  unsigned more = 1;
  while (number >> (6 * more + (6 - more)) != 0) ++more;
  out.put((0xFF00u >> (more + 1) & 0xFF) | number >> (6 * more), 8);
  while (more-- > 0) out.put(0x80 | (number >> (6 * more) & 0x3F), 8);
}

unsigned blockSizeCode(std::size_t size) {
  for (unsigned code = 1; code < 16; ++code) {
    if (code == 6 || code == 7) continue;
    if (size == (code == 1 ? 192u : code < 6 ? 144u << code : 1u << code)) return code;
  }
  return size <= 256 ? 6 : 7;
}

unsigned bitsCode(const FlacOptions& options) {
  constexpr unsigned sizes[] = {0, 8, 12, 0, 16, 20, 24, 32};
  const auto* found = std::find(sizes + 1, sizes + 8, options.bits);
  return options.bitsInFrame && found != sizes + 8 ? static_cast<unsigned>(found - sizes) : 0;
}

void putHeader(BitWriter& out, std::size_t size, std::size_t channels, std::uint64_t number,
               const FlacOptions& options) {
  out.put(0x3FFE, 14);
  out.put(options.variableBlockSize, 2);
  const unsigned code = blockSizeCode(size);
  out.put(code, 4);
  out.put(options.rateCode, 4);
  const auto stereo = static_cast<unsigned>(options.stereo);
  out.put(stereo > 0 ? 7 + stereo : channels - 1, 4);
  out.put(bitsCode(options), 3);
  out.put(0, 1);
  putNumber(out, number);
  if (code == 6 || code == 7) out.put(size - 1, code == 6 ? 8 : 16);
  if (options.rateCode >= 12) out.put(96, options.rateCode == 12 ? 8 : 16);
  out.put(flac::crc8({out.bytes.data(), out.bytes.size()}), 8);
}

void correlate(std::vector<Samples>& channels, flac::Stereo stereo) {
  if (stereo == flac::Stereo::independent) return;
  for (std::size_t i = 0; i < channels[0].size(); ++i) {
    const std::int32_t left = channels[0][i], right = channels[1][i];
    if (stereo == flac::Stereo::sideRight) channels[0][i] = left - right;
    if (stereo == flac::Stereo::midSide) channels[0][i] = (left + right) >> 1;
    if (stereo != flac::Stereo::sideRight) channels[1][i] = left - right;
  }
}

Bytes frame(std::vector<Samples> channels, std::uint64_t number, const FlacOptions& options) {
  BitWriter out;
  putHeader(out, channels[0].size(), channels.size(), number, options);
  correlate(channels, options.stereo);
  for (unsigned c = 0; c < channels.size(); ++c)
    putSubframe(out, channels[c], options.bits + flac::isSide(options.stereo, c), options);
  out.align();
  out.put(flac::crc16({out.bytes.data(), out.bytes.size()}), 16);
  return out.bytes;
}

}  // namespace

Bytes encodeFlac(const std::vector<Samples>& channels, const FlacOptions& options) {
  const std::size_t length = channels[0].size();
  BitWriter out;
  for (char c : {'f', 'L', 'a', 'C'}) out.put(static_cast<std::uint8_t>(c), 8);
  out.put(options.padding.empty() ? 0x80 : 0, 8);
  out.put(34, 24);
  out.put(options.blockSize, 16);
  out.put(options.blockSize, 16);
  out.put(0, 48);  // frame sizes: unknown
  out.put(96000, 20);
  out.put(channels.size() - 1, 3);
  out.put(options.bits - 1, 5);
  out.put(options.statedLength.value_or(length), 36);
  for (int i = 0; i < 16; ++i) out.put(0, 8);
  if (!options.padding.empty()) {
    out.put(0x81, 8);
    out.put(options.padding.size(), 24);
    for (std::uint8_t byte : options.padding) out.put(byte, 8);
  }
  std::uint64_t number = 0;
  for (std::size_t at = 0; at < length; at += options.blockSize, ++number) {
    std::vector<Samples> block;
    const std::size_t size = std::min<std::size_t>(options.blockSize, length - at);
    for (const Samples& channel : channels) {
      const auto from = channel.begin() + static_cast<std::ptrdiff_t>(at);
      block.emplace_back(from, from + static_cast<std::ptrdiff_t>(size));
    }
    const Bytes bytes = frame(block, options.variableBlockSize ? at : number, options);
    out.bytes.insert(out.bytes.end(), bytes.begin(), bytes.end());
  }
  return out.bytes;
}

Bytes repairFlac(Bytes bytes) {
  std::size_t at = 4;
  for (bool last = false; !last && at + 4 <= bytes.size();) {
    last = bytes[at] >> 7;
    at += 4u + (std::size_t{bytes[at + 1]} << 16 | bytes[at + 2] << 8 | bytes[at + 3]);
  }
  flac::StreamInfo info;
  try {
    info = flac::readStreamInfo({"", {bytes.data(), bytes.size()}});
  } catch (const InputError&) {
    return bytes;
  }
  std::vector<std::int32_t> samples(1 << 16);
  while (at < bytes.size() && info.bitsPerSample <= flac::mostBitsPerSample) {
    flac::Bits bits({bytes.data(), bytes.size()}, at);
    flac::FrameHeader header;
    if (flac::readFrameHeader(bits, header) || header.blockSize > samples.size()) break;
    if (bits.position() >= bytes.size()) break;
    bytes[bits.position()] = flac::crc8({bytes.data() + at, bits.position() - at});
    bits.take(8);
    bool good = true;
    for (unsigned c = 0; c < header.channels && good; ++c) {
      const unsigned depth = info.bitsPerSample + flac::isSide(header.stereo, c);
      good = !flac::decodeSubframe(bits, depth, header.blockSize, samples.data());
    }
    bits.alignToByte();
    const std::size_t end = bits.position();
    if (!good || end + 2 > bytes.size()) break;
    const std::uint16_t crc = flac::crc16({bytes.data() + at, end - at});
    bytes[end] = static_cast<std::uint8_t>(crc >> 8);
    bytes[end + 1] = static_cast<std::uint8_t>(crc);
    at = end + 2;
  }
  return bytes;
}

}  // namespace ecg::test
