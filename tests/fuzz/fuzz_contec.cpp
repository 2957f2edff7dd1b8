// Any bytes are read or refused with an InputError; what is read is consistent.
#include <cstdint>
#include <cstdlib>

#include "preprocess/formats/contec/contec.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ecg::FileSet files = {{"fuzz.ECG", {data, size}}};
  ecg::contecFormat().sniff(files);
  ecg::ReadOptions options;
  if (size % 2) options.unitsPerMillivolt = 1000;
  if (size % 3) options.samplingRate = 250;
  try {
    const auto recording = ecg::contecFormat().read(files, options).recording;
    if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
        recording.samples.size() != recording.leads.size() * recording.length)
      std::abort();
  } catch (const ecg::InputError&) {
  }
  return 0;
}
