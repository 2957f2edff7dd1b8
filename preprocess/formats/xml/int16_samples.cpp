#include "preprocess/formats/xml/int16_samples.h"

#include "preprocess/error.h"

namespace ecg::xml {

std::vector<std::int16_t> int16Samples(const std::vector<std::uint8_t>& bytes,
                                       const std::string& where) {
  if (bytes.size() % 2)
    reject("truncated", {where, " has ", bytes.size(),
                         " bytes, but each sample takes two; get the original file."});
  std::vector<std::int16_t> samples(bytes.size() / 2);
  for (std::size_t i = 0; i < samples.size(); ++i)
    samples[i] = static_cast<std::int16_t>(bytes[2 * i] | bytes[2 * i + 1] << 8);
  return samples;
}

}  // namespace ecg::xml
