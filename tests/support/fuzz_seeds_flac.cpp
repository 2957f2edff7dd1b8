#include "tests/support/flac_writer.h"
#include "tests/support/fuzz_seeds.h"

namespace ecg::test {
namespace {

std::string text(const std::vector<std::uint8_t>& bytes) {
  return std::string(bytes.begin(), bytes.end());
}

FlacOptions coded(FlacCoding coding, unsigned bits) {
  FlacOptions options;
  options.coding = coding;
  options.bits = bits;
  options.blockSize = 16;
  return options;
}

}  // namespace

Seeds flacSeeds() {
  const Samples slow = ramp(24, -60, 60), fast = ramp(24, -100, 127);
  FlacOptions partitions = coded(FlacCoding::fixed, 12), escaped = partitions;
  partitions.partitionOrder = 2;
  partitions.longParameters = true;
  escaped.escaped = true;
  escaped.padding = {1, 2, 3};
  FlacOptions wasted = coded(FlacCoding::verbatim, 20), rates = coded(FlacCoding::verbatim, 8);
  wasted.wasted = 2;
  rates.rateCode = 13;
  rates.variableBlockSize = true;
  rates.statedLength = 0;
  Seeds seeds = {
      {"constant", text(encodeFlac({Samples(40, -7)}, coded(FlacCoding::constant, 8)))},
      {"fixed", text(encodeFlac({slow}, coded(FlacCoding::fixed, 16)))},
      {"linear", text(encodeFlac({slow, fast, slow}, coded(FlacCoding::linear, 24)))},
      {"partitions", text(encodeFlac({slow}, partitions))},
      {"escaped", text(encodeFlac({fast}, escaped))},
      {"wasted", text(encodeFlac({Samples(20, -8)}, wasted))},
      {"rates", text(encodeFlac({fast}, rates))}};
  for (int mode = 1; mode <= 3; ++mode) {
    FlacOptions stereo = coded(FlacCoding::fixed, 8);
    stereo.stereo = static_cast<flac::Stereo>(mode);
    seeds.emplace_back("stereo" + std::to_string(mode), text(encodeFlac({slow, fast}, stereo)));
  }
  return seeds;
}

}  // namespace ecg::test
