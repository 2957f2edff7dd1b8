// Any bytes are read or refused with an InputError; what is read is consistent. Each input is read
// twice, as it is and with its checksums set right, so that the fuzzer gets behind them.
#include <cstdint>
#include <cstdlib>
#include <vector>

#include "preprocess/formats/scp/scp.h"
#include "tests/support/scp_writer.h"

namespace {

void readOnce(const std::uint8_t* data, std::size_t size, const ecg::ReadOptions& options) {
  const ecg::FileSet files = {{"fuzz.scp", {data, size}}};
  ecg::scpFormat().sniff(files);
  try {
    const auto recording = ecg::scpFormat().read(files, options).recording;
    if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
        recording.samples.size() != recording.leads.size() * recording.length)
      std::abort();
  } catch (const ecg::InputError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::ReadOptions options;
  if (size % 2) {
    options.unitsPerMillivolt = 1000;
    options.samplingRate = 500;
  }
  readOnce(data, size, options);
  std::vector<std::uint8_t> repaired(data, data + size);
  ecg::test::repairScpChecksums(repaired.data(), repaired.size());
  readOnce(repaired.data(), repaired.size(), options);
  return 0;
}
