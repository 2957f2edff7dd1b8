// Any samples, at any rate, in any number of leads of any unit: beats are found, delineated and
// measured, and what comes of it is consistent.
#include <algorithm>
#include <cstdio>
#include <cstdlib>

#include "preprocess/leads/names.h"
#include "tests/support/beat_invariants.h"
#include "tests/support/taken_bytes.h"

namespace {

/// Mostly a rate at which beats are found.
double rateOf(std::uint8_t kind, float any) {
  constexpr double rates[] = {50, 100, 128, 250, 257.3, 360, 500, 500, 500, 1000, 50000, 1, 1e6};
  return kind % 16 < std::size(rates) ? rates[kind % 16] : any;
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::testing::TakenBytes bytes = {data, size};
  ecg::Recording recording;
  const std::uint8_t count = bytes.take<std::uint8_t>(), rate = bytes.take<std::uint8_t>();
  const std::uint8_t form = bytes.take<std::uint8_t>(), repeats = bytes.take<std::uint8_t>();
  recording.samplingRate = rateOf(rate, bytes.take<float>());
  const std::size_t leads = count < 240 ? count % 14 : std::size_t{count} * 2 - 200;
  for (std::size_t l = 0; l < leads; ++l) {
    const std::string name(ecg::standardLeads[l % 12]);
    recording.leads.push_back({name, name, form & 4 ? "mV" : "mmHg"});
    if (form % 4 == 3 && l == 0) recording.leads[0].unit = "L";
  }
  const bool floats = form & 8;
  std::vector<float> values;
  while (bytes.size > 0)
    values.push_back(floats ? bytes.take<float>() : bytes.take<std::int8_t>() * 0.02f);
  // A few samples, over and over: beats that are alike.
  const std::size_t total = values.empty() ? 0 : values.size() * (1 + repeats % 32);
  recording.length = std::min<std::size_t>(total, 20000) / std::max<std::size_t>(1, leads);
  for (std::size_t k = 0; k < leads * recording.length; ++k)
    recording.samples.push_back(values[k % values.size()]);
  if (form & 16 && !recording.samples.empty()) recording.samples.pop_back();
  const std::string wrong = ecg::testing::beatViolation(recording);
  if (!wrong.empty()) {
    std::fprintf(stderr, "%s\n", wrong.c_str());
    std::abort();
  }
  return 0;
}
