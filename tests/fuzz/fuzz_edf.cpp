// Any bytes are read or refused with an InputError; what is read is consistent.
#include "preprocess/formats/edf.h"
#include "tests/support/fuzz_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  return ecg::test::readBothWays(ecg::edfFormat(), data, size);
}
