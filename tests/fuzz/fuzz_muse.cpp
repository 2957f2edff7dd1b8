// Any bytes are read or refused with an InputError; what is read is consistent.
#include <cstdint>

#include "preprocess/formats/muse/muse.h"
#include "tests/support/fuzz_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::ReadOptions options;
  if (size % 2) options.unitsPerMillivolt = 1000;
  if (size % 3 == 0) options.recording = 2;
  ecg::test::readOrRefuse(ecg::museFormat(), {{"fuzz.xml", {data, size}}}, options);
  return 0;
}
