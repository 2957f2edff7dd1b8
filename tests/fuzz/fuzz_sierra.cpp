// Any bytes are read or refused with an InputError; what is read is consistent. Inputs that do not
// begin like XML are an XLI stream, which base64 in XML would hide from the mutations.
#include <cstdint>
#include <cstdlib>
#include <string>
#include <vector>

#include "preprocess/formats/sierra/sierra.h"
#include "preprocess/formats/sierra/xli.h"

namespace {

void readStream(const std::uint8_t* data, std::size_t size) {
  const std::size_t leads = 1 + data[0] % 4, length = 1 + data[1] + 256u * (data[2] % 8);
  try {
    const auto xli = ecg::sierra::decodeXli({data + 3, data + size}, leads, length, "fuzz.xml");
    if (xli.samples.size() != leads) std::abort();
    for (const auto& lead : xli.samples)
      if (lead.size() != length) std::abort();
  } catch (const ecg::InputError&) {
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size > 3 && data[0] != '<' && data[0] != 0xFF) {
    readStream(data, size);
    return 0;
  }
  const ecg::FileSet files = {{"fuzz.xml", {data, size}}};
  ecg::sierraFormat().sniff(files);
  ecg::ReadOptions options;
  options.recording = 1 + size % 2;
  if (size % 5 < 3) options.unitsPerMillivolt = 1000;
  if (size % 5 < 3) options.samplingRate = 500;
  try {
    const auto recording = ecg::sierraFormat().read(files, options).recording;
    if (!(recording.samplingRate > 0) || recording.leads.empty() || recording.length == 0 ||
        recording.samples.size() != recording.leads.size() * recording.length)
      std::abort();
  } catch (const ecg::InputError&) {
  }
  return 0;
}
