// Any bytes are read or refused with an InputError; what is read is consistent. Half the inputs are
// read with their checksums made right, so that those that fail are not all that is seen.
#include <cstdint>
#include <cstdlib>
#include <string>

#include "preprocess/formats/muse/muse.h"
#include "tests/support/muse_writer.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  std::string bytes(reinterpret_cast<const char*>(data), size);
  if (size % 3 == 0) bytes = ecg::test::repairMuseChecksums(bytes);
  const ecg::FileSet files = {
      {"fuzz.xml", {reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size()}}};
  ecg::museFormat().sniff(files);
  ecg::ReadOptions options;
  options.recording = 1 + size % 2;
  if (size % 5 < 3) options.unitsPerMillivolt = 1000;
  if (size % 5 < 3) options.samplingRate = 500;
  try {
    const auto recording = ecg::museFormat().read(files, options).recording;
    if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
        recording.samples.size() != recording.leads.size() * recording.length)
      std::abort();
  } catch (const ecg::InputError&) {
  }
  return 0;
}
