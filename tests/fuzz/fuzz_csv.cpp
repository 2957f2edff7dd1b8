// Any bytes are read or refused with an InputError; what is read is consistent, and can be written.
// The first byte chooses the options.
#include <cmath>
#include <cstdint>

#include "preprocess/formats/csv.h"
#include "preprocess/formats/csv_writer.h"
#include "tests/support/fuzz_read.h"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  if (size == 0) return 0;
  ecg::ReadOptions options;
  if (data[0] & 1) options.unitsPerMillivolt = 1000;
  if (data[0] & 2) options.samplingRate = 500;
  if (data[0] & 4) options.leads = {"I", "II", "III"};
  const ecg::FileSet files = {{"fuzz.csv", {data + 1, size - 1}}};
  const auto recording = ecg::test::readOrRefuse(ecg::csvFormat(), files, options);
  if (!recording) return 0;
  for (float sample : recording->samples) ecg::test::require(!std::isinf(sample));
  if (recording->samples.size() < 10000) ecg::writeCsv(*recording);
  return 0;
}
