// Any bytes, through all sniffers: as one file, as two, and, where they are a ZIP, with its
// checksums set right, are read or refused with an InputError; what is read is consistent.
#include "tests/support/fuzz_read.h"
#include "tests/support/numpy_writer.h"

namespace {

using ecg::test::require;

void read(const ecg::FileSet& files, std::size_t number) {
  ecg::ReadOptions options;
  options.recording = number;
  try {
    ecg::missingFiles(files);
    const ecg::Recording r = ecg::readRecording(files, options).recording;
    require(r.samplingRate > 0 && r.length > 0 && !r.leads.empty());
    require(r.samples.size() == r.leads.size() * r.length);
  } catch (const ecg::InputError& error) {
    require(!error.code().empty() && error.what()[0] != '\0');
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  read({{"fuzz.bin", {data, size}}}, 1 + size % 3);
  const std::size_t half = size / 2;
  read({{"a/x.hea", {data, half}}, {"a/x.dat", {data + half, size - half}}}, 1 + size % 2);
  const std::string bytes(reinterpret_cast<const char*>(data), size);
  const std::string repaired = ecg::test::repairZip(bytes);
  if (repaired != bytes)
    read({{"fuzz.zip", {reinterpret_cast<const std::uint8_t*>(repaired.data()), repaired.size()}}},
         1 + size % 3);
  return 0;
}
