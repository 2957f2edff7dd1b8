// Any samples, at any rate, in any number of leads, with any times of QRS complexes, are judged: in
// finite figures, and with a reason unless they are good.
#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "preprocess/leads/names.h"
#include "preprocess/quality/quality.h"
#include "tests/support/taken_bytes.h"

namespace {

void check(const ecg::Quality& quality) {
  if (quality.verdict != ecg::Verdict::good && quality.reasons.empty()) std::abort();
  for (const ecg::LeadQuality& lead : quality.leads)
    for (const double figure :
         {lead.missing, lead.range, lead.flatSeconds, lead.clipped, lead.wander, lead.step,
          lead.steps, lead.noise, lead.noisy, lead.mains, lead.qrs, lead.likeness, lead.snr})
      if (!std::isfinite(figure)) std::abort();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  ecg::testing::TakenBytes bytes = {data, size};
  const std::size_t leads = bytes.take<std::uint8_t>() % 20, beats = bytes.take<std::uint8_t>();
  const bool floats = bytes.take<std::uint8_t>() % 2;
  ecg::Recording recording;
  recording.samplingRate = bytes.take<float>();
  std::vector<double> times;
  for (std::size_t k = 0; k < beats; ++k) times.push_back(bytes.take<float>());
  for (std::size_t l = 0; l < leads; ++l) {
    const std::string name(ecg::standardLeads[l % 12]);
    recording.leads.push_back({name, name, "mV"});
  }
  recording.length = bytes.size / (floats ? 4 : 1) / std::max<std::size_t>(1, leads);
  for (std::size_t k = 0; k < leads * recording.length; ++k)
    recording.samples.push_back(floats ? bytes.take<float>() : bytes.take<std::int8_t>() * 0.02f);
  check(ecg::assessQuality(recording, times));
  return 0;
}
