// Any bytes are read or refused with an InputError; what is read is consistent. Inputs that do not
// begin like XML are an XLI stream, which base64 in XML would hide from the mutations.
#include "preprocess/formats/sierra/sierra.h"
#include "preprocess/formats/sierra/xli.h"
#include "tests/support/fuzz_read.h"

namespace {

using ecg::test::require;

int readStream(const std::uint8_t* data, std::size_t size) {
  const std::size_t leads = 1 + data[0] % 4, length = 1 + data[1] + 256u * (data[2] % 8);
  try {
    const auto xli = ecg::sierra::decodeXli({data + 3, data + size}, leads, length, "fuzz.xml");
    require(xli.samples.size() == leads);
    for (const auto& lead : xli.samples) require(lead.size() == length);
  } catch (const ecg::InputError&) {
  }
  return 0;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 3 && data[0] != '<' && data[0] != 0xFF) return readStream(data, size);
  return ecg::test::readBothWays(ecg::sierraFormat(), data, size);
}
