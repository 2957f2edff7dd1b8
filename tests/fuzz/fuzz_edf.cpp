// Any bytes are read or refused with an InputError; what is read is consistent.
#include <cstdint>

#include "preprocess/formats/edf.h"
#include "tests/support/fuzz_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::ReadOptions options;
  if (size % 2) options.unitsPerMillivolt = 1000;
  ecg::test::readOrRefuse(ecg::edfFormat(), {{"fuzz.edf", {data, size}}}, options);
  return 0;
}
