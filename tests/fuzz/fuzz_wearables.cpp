// Any bytes are read as an Apple Health ECG and as a Polar recording, or refused with an
// InputError; what is read is consistent, and says what it was recorded by.
#include <cmath>
#include <cstdint>

#include "preprocess/formats/apple.h"
#include "preprocess/formats/polar.h"
#include "preprocess/leads/model_leads.h"
#include "tests/support/fuzz_read.h"

namespace {

using ecg::test::require;

void read(const ecg::Format& format, const ecg::FileSet& files, const ecg::ReadOptions& options) {
  const auto recording = ecg::test::readOrRefuse(format, files, options);
  if (!recording) return;
  require(!recording->wearable.empty());
  for (float sample : recording->samples) require(!std::isinf(sample));
  require(!ecg::modelLeads(*recording).reason.empty());
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const ecg::FileSet files = {{"fuzz.csv", {data, size}}};
  ecg::ReadOptions options;
  if (size % 2) {
    options.samplingRate = 130;
    options.unitsPerMillivolt = 1000;
    options.leads = {"I"};
  }
  read(ecg::appleFormat(), files, options);
  read(ecg::polarFormat(), files, options);
  return 0;
}
