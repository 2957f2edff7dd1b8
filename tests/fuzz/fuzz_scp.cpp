// Any bytes are read or refused with an InputError, as they are and with their checksums set right,
// so that the fuzzer gets behind them; what is read is consistent.
#include "preprocess/formats/scp/scp.h"
#include "tests/support/fuzz_read.h"
#include "tests/support/scp_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::test::readBothWays(ecg::scpFormat(), data, size);
  std::vector<std::uint8_t> repaired(data, data + size);
  ecg::test::repairScpChecksums(repaired.data(), repaired.size());
  return ecg::test::readBothWays(ecg::scpFormat(), repaired.data(), repaired.size());
}
