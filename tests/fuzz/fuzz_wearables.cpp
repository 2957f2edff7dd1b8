// Any bytes are read as an Apple Health ECG and as a Polar recording, or refused with an
// InputError; what is read is consistent, and says what it was recorded by.
#include <cmath>
#include <cstdint>
#include <cstdlib>

#include "preprocess/formats/apple.h"
#include "preprocess/formats/polar.h"
#include "preprocess/leads/model_leads.h"

namespace {

void require(bool holds) {
  if (!holds) std::abort();
}

void read(const ecg::Format& format, const ecg::FileSet& files, const ecg::ReadOptions& options) {
  format.sniff(files);
  try {
    const auto recording = format.read(files, options).recording;
    require(recording.samplingRate > 0 && recording.length > 0 && !recording.wearable.empty());
    require(recording.samples.size() == recording.leads.size() * recording.length);
    for (float sample : recording.samples) require(!std::isinf(sample));
    require(!ecg::modelLeads(recording).reason.empty());
  } catch (const ecg::InputError& error) {
    require(!error.code().empty() && error.what()[0] != '\0');
  }
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
