#include "preprocess/formats/flac/subframe.h"

#include <algorithm>
#include <limits>

namespace ecg::flac {
namespace {

constexpr unsigned mostOrder = 32;

/// The sample to come is the sum of coefficients times the samples before it, the last one first,
/// shifted right.
struct Predictor {
  unsigned order = 0;
  unsigned shift = 0;
  std::int32_t coefficients[mostOrder] = {};
};

/// Rice codes of one partition; false where one does not fit 32 bits.
bool takeRice(Bits& bits, unsigned parameter, std::size_t count, std::int32_t* out) {
  for (std::size_t i = 0; i < count; ++i) {
    const std::uint64_t quotient = bits.takeUnary();
    if (quotient > std::numeric_limits<std::uint32_t>::max() >> parameter || bits.overrun())
      return false;
    const auto folded = static_cast<std::uint32_t>(quotient << parameter) | bits.take(parameter);
    out[i] = static_cast<std::int32_t>((folded >> 1) ^ (0 - (folded & 1)));
  }
  return true;
}

/// The residuals of samples `order` to `blockSize` (RFC 9639, 9.2.7), into their places.
const char* takeResiduals(Bits& bits, unsigned order, std::size_t blockSize, std::int32_t* out) {
  const std::uint32_t method = bits.take(2);
  if (method > 1) return "the residuals' coding method is reserved";
  const unsigned parameterBits = method == 0 ? 4 : 5;
  const std::uint32_t escape = (1u << parameterBits) - 1;
  const unsigned partitionOrder = bits.take(4);
  const std::size_t partition = blockSize >> partitionOrder;
  if (partition << partitionOrder != blockSize || partition < order)
    return "the frame cannot be cut into that many partitions";
  for (std::size_t at = order, end = partition; end <= blockSize; at = end, end += partition) {
    const std::uint32_t parameter = bits.take(parameterBits);
    if (parameter == escape) {
      const unsigned width = bits.take(5);
      for (std::size_t i = at; i < end; ++i) out[i] = bits.takeSigned(width);
    } else if (!takeRice(bits, parameter, end - at, out + at)) {
      return "a residual is out of range";
    }
    if (bits.overrun()) return "";
  }
  return nullptr;
}

/// Adds the prediction to the residuals in place; false where a sample exceeds its bits. Sums of 32
/// products of 15 and 32 bits fit 64.
bool predict(const Predictor& predictor, unsigned bitsPerSample, std::size_t blockSize,
             std::int32_t* samples) {
  const std::int64_t limit = std::int64_t{1} << (bitsPerSample - 1);
  bool inRange = true;
  for (std::size_t i = predictor.order; i < blockSize; ++i) {
    std::int64_t sum = 0;
    for (unsigned k = 0; k < predictor.order; ++k)
      sum += std::int64_t{predictor.coefficients[k]} * samples[i - 1 - k];
    const std::int64_t sample = (sum >> predictor.shift) + samples[i];
    inRange = inRange && sample >= -limit && sample < limit;
    samples[i] = static_cast<std::int32_t>(sample);
  }
  return inRange;
}

Predictor fixedPredictor(unsigned order) {
  constexpr std::int32_t coefficients[5][4] = {{}, {1}, {2, -1}, {3, -3, 1}, {4, -6, 4, -1}};
  Predictor predictor;
  predictor.order = order;
  std::copy_n(coefficients[order], order, predictor.coefficients);
  return predictor;
}

/// The linear predictor that is stored after the warm-up samples.
const char* takePredictor(Bits& bits, Predictor& predictor) {
  const unsigned precision = bits.take(4) + 1;
  const std::int32_t shift = bits.takeSigned(5);
  if (precision == 16 || shift < 0) return "the linear predictor has a reserved value";
  predictor.shift = static_cast<unsigned>(shift);
  for (unsigned k = 0; k < predictor.order; ++k)
    predictor.coefficients[k] = bits.takeSigned(precision);
  return nullptr;
}

const char* takePredicted(Bits& bits, std::uint32_t type, unsigned bitsPerSample,
                          std::size_t blockSize, std::int32_t* out) {
  const bool linear = type >= 32;
  Predictor predictor;
  if (linear)
    predictor.order = type - 31;
  else
    predictor = fixedPredictor(type - 8);
  if (predictor.order > blockSize) return "the predictor needs more samples than the frame has";
  for (unsigned i = 0; i < predictor.order; ++i) out[i] = bits.takeSigned(bitsPerSample);
  if (linear)
    if (const char* wrong = takePredictor(bits, predictor)) return wrong;
  if (const char* wrong = takeResiduals(bits, predictor.order, blockSize, out)) return wrong;
  return predict(predictor, bitsPerSample, blockSize, out) ? nullptr : "a sample is out of range";
}

}  // namespace

const char* decodeSubframe(Bits& bits, unsigned bitsPerSample, std::size_t blockSize,
                           std::int32_t* out) {
  if (bits.take(1) != 0) return "the subframe does not begin with a zero";
  const std::uint32_t type = bits.take(6);
  const std::uint64_t wasted = bits.take(1) ? bits.takeUnary() + 1 : 0;
  if (wasted >= bitsPerSample) return "all bits of the samples are said to be unused";
  bitsPerSample -= static_cast<unsigned>(wasted);

  const char* wrong = nullptr;
  if (type == 0)
    std::fill_n(out, blockSize, bits.takeSigned(bitsPerSample));
  else if (type == 1)
    std::generate_n(out, blockSize, [&] { return bits.takeSigned(bitsPerSample); });
  else if ((type >= 8 && type <= 12) || type >= 32)
    wrong = takePredicted(bits, type, bitsPerSample, blockSize, out);
  else
    wrong = "the subframe's type is reserved";
  if (wrong || wasted == 0) return wrong;
  for (std::size_t i = 0; i < blockSize; ++i) out[i] *= std::int32_t{1} << wasted;
  return nullptr;
}

}  // namespace ecg::flac
