// Any bytes are read or refused with an InputError; what is read is consistent. A third of the
// inputs is read with its checksums made right, so that those that fail are not all that is seen.
#include "preprocess/formats/muse/muse.h"
#include "tests/support/fuzz_read.h"
#include "tests/support/muse_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  return ecg::test::readBothWays(ecg::museFormat(),
                                 size % 3 == 0 ? ecg::test::repairMuseChecksums(bytes) : bytes);
}
