// Any bytes are read or refused with an InputError, as they are and within sound compression; what
// is read is consistent.
#include "preprocess/formats/hdf5/hdf5.h"
#include "preprocess/formats/mat/mat.h"
#include "tests/support/fuzz_read.h"
#include "tests/support/mat_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::test::readBothWays(ecg::matFormat(), data, size);
  ecg::test::readBothWays(ecg::hdf5Format(), data, size);
  const std::string packed =
      ecg::test::compressMat5(std::string(reinterpret_cast<const char*>(data), size));
  return packed.size() == size ? 0 : ecg::test::readBothWays(ecg::matFormat(), packed);
}
