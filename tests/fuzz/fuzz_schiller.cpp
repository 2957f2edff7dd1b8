// Any bytes are read or refused with an InputError; what is read is consistent.
#include <cstdint>
#include <cstdlib>

#include "preprocess/formats/schiller/schiller.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ecg::FileSet files = {{"fuzz.xml", {data, size}}};
  ecg::schillerFormat().sniff(files);
  ecg::ReadOptions options;
  if (size % 2) options.unitsPerMillivolt = 1000;
  if (size % 3 == 0) options.samplingRate = 500;
  if (size % 5 == 0) options.recording = 2;
  try {
    const auto recording = ecg::schillerFormat().read(files, options).recording;
    if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
        recording.samples.size() != recording.leads.size() * recording.length)
      std::abort();
    for (const auto& lead : recording.leads)
      if (lead.name.empty()) std::abort();
  } catch (const ecg::InputError&) {
  }
  return 0;
}
