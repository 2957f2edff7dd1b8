// libFuzzer target: any bytes as the files of a WFDB record give a recording or an InputError.

#include <cstdint>
#include <cstdlib>

#include "preprocess/formats/wfdb.h"
#include "tests/support/fuzz_seeds_wfdb.h"

namespace {

constexpr std::uint64_t sampleLimit = 1 << 20;

void require(bool condition) {
  if (!condition) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const auto owned = ecg::test::unpackWfdb(data, size);
  const ecg::FileSet files = owned.set();
  ecg::missingFiles(files);
  ecg::wfdbFormat().sniff(files);
  try {
    const auto result = ecg::readWfdb(files, {}, sampleLimit);
    const ecg::Recording& recording = result.recording;
    require(recording.samplingRate > 0 && recording.length > 0 && !recording.leads.empty());
    require(recording.samples.size() == recording.length * recording.leads.size());
  } catch (const ecg::InputError& error) {
    require(!error.code().empty() && error.what()[0] != '\0');
  }
  return 0;
}
