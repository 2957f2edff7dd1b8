// libFuzzer target: any bytes as an EDF or BDF file give a recording or an InputError.

#include <cstdint>
#include <cstdlib>

#include "preprocess/formats/edf.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ecg::FileSet files = {{"fuzz.edf", {data, size}}};
  if (ecg::edfFormat().sniff(files) == ecg::Match::none) return 0;
  try {
    const ecg::Recording recording = ecg::edfFormat().read(files, {}).recording;
    if (!(recording.samplingRate > 0) || recording.length == 0 || recording.leads.empty() ||
        recording.samples.size() != recording.length * recording.leads.size())
      std::abort();
  } catch (const ecg::InputError& error) {
    if (error.code().empty() || error.what()[0] == '\0') std::abort();
  }
  return 0;
}
