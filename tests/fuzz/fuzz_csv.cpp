// Any bytes are read or refused with an InputError; what is read is consistent, and can be written.
// The first byte chooses the options.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "preprocess/formats/csv.h"
#include "preprocess/formats/csv_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  const ecg::FileSet files = {{"fuzz.csv", {data + 1, size - 1}}};
  ecg::ReadOptions options;
  if (data[0] & 1) options.unitsPerMillivolt = 1000;
  if (data[0] & 2) options.samplingRate = 500;
  if (data[0] & 4) options.leads = {"I", "II", "III"};
  ecg::csvFormat().sniff(files);
  try {
    const auto recording = ecg::csvFormat().read(files, options).recording;
    if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
        recording.samples.size() != recording.leads.size() * recording.length)
      std::abort();
    for (float sample : recording.samples)
      if (std::isinf(sample)) std::abort();
    if (recording.samples.size() < 10000) ecg::writeCsv(recording);
  } catch (const ecg::InputError&) {
  }
  return 0;
}
