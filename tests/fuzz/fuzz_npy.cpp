// Any bytes are read or refused with an InputError, as they are and with a ZIP's checksums set
// right; what is read is consistent.
#include "preprocess/formats/npy/npy.h"
#include "tests/support/fuzz_read.h"
#include "tests/support/numpy_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::test::readBothWays(ecg::npyFormat(), data, size);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string repaired = ecg::test::repairZip(bytes);
  return repaired == bytes ? 0 : ecg::test::readBothWays(ecg::npyFormat(), repaired);
}
