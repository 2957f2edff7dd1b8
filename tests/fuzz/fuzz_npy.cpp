// Any bytes are read or refused with an InputError, as they are and with a ZIP's checksums set
// right; what is read is consistent.
#include "preprocess/formats/npy/npy.h"
#include "tests/support/numpy_writer.h"
#include "tests/support/read_any.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::test::readAny(ecg::npyFormat(), data, size);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string repaired = ecg::test::repairZip(bytes);
  if (repaired != bytes)
    ecg::test::readAny(ecg::npyFormat(), reinterpret_cast<const std::uint8_t*>(repaired.data()),
                       repaired.size());
  return 0;
}
