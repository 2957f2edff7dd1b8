// Any bytes are read or refused with an InputError; what is read is consistent.
#include "preprocess/formats/json/json.h"
#include "tests/support/read_any.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::test::readAny(ecg::jsonFormat(), data, size);
  return 0;
}
