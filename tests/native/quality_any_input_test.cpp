#include <doctest/doctest.h>

#include <cmath>
#include <ctime>

#include "preprocess/leads/names.h"
#include "preprocess/quality/quality.h"
#include "tests/support/odd_draws.h"

using namespace ecg;
using namespace ecg::testing;

namespace {

/// A value in mV; of a kind above 0 sometimes an odd one.
float anyValue(OddDraws& draws, std::size_t kind) {
  const float plain = static_cast<float>(draws.below(4001)) / 1000 - 2;
  if (kind == 0 || draws.below(kind * 20) != 0) return kind == 3 ? plain * 1e30f : plain;
  return draws.odd();
}

Recording anyRecording(OddDraws& draws) {
  constexpr double rates[] = {0, -5, 0.1, 1, 39.9, 40, 100, 128.5, 500, 8000, 50000, 1e300};
  constexpr std::size_t lengths[] = {0, 1, 2, 3, 7, 40, 100, 499, 1000, 5000, 20011};
  constexpr std::size_t leads[] = {0, 1, 2, 3, 8, 12, 15};
  Recording recording;
  recording.samplingRate = rates[draws.below(12)];
  if (draws.below(20) == 0) recording.samplingRate = std::nan("");
  recording.length = lengths[draws.below(11)];
  const std::size_t count = leads[draws.below(7)], kind = draws.below(4);
  for (std::size_t l = 0; l < count; ++l) {
    const std::string name = l < 12 ? std::string(standardLeads[draws.below(12)]) : "X";
    recording.leads.push_back({name, name, draws.below(9) == 0 ? "mmHg" : "mV"});
  }
  for (std::size_t k = 0; k < count * recording.length; ++k)
    recording.samples.push_back(anyValue(draws, kind));
  return recording;
}

std::vector<double> anyTimes(OddDraws& draws) {
  std::vector<double> times;
  for (std::size_t k = draws.below(40); k > 0; --k)
    times.push_back(static_cast<double>(draws.below(12000)) / 1000 - 1);
  if (draws.below(4) == 0) times.push_back(std::nan(""));
  if (draws.below(4) == 0) times.push_back(1e300);
  return times;
}

void checkSound(const Quality& quality) {
  CHECK((quality.verdict != Verdict::unusable || !quality.reasons.empty()));
  CHECK((quality.verdict == Verdict::good || !quality.reasons.empty()));
  for (const QualityReason& reason : quality.reasons) CHECK(!reason.message.empty());
  for (const LeadQuality& lead : quality.leads)
    for (const double figure :
         {lead.missing, lead.range, lead.flatSeconds, lead.clipped, lead.wander, lead.step,
          lead.steps, lead.noise, lead.noisy, lead.mains, lead.qrs, lead.likeness, lead.snr})
      CHECK(std::isfinite(figure));
}

}  // namespace

TEST_CASE("quality: any input of any shape is judged, in finite figures") {
  for (std::uint64_t seed = 1; seed <= 400; ++seed) {
    OddDraws draws(seed);
    const Recording recording = anyRecording(draws);
    CAPTURE(seed);
    checkSound(assessQuality(recording, anyTimes(draws)));
  }
}

TEST_CASE("quality: fewer samples than the leads need are no samples") {
  Recording recording;
  recording.samplingRate = 500;
  recording.length = 5000;
  recording.leads.resize(12);
  recording.samples.resize(5000);
  CHECK(assessQuality(recording, {}).verdict == Verdict::unusable);
}

TEST_CASE("quality: many leads, high rates and whole days take bounded time") {
  struct Shape {
    std::size_t leads, length;
    double rate;
  };
  for (const Shape& shape : {Shape{300, 5000, 500}, Shape{2, 1000000, 50000},
                             Shape{1, 24 * 3600 * 128, 128}, Shape{12, 200, 1}}) {
    Recording recording;
    recording.samplingRate = shape.rate;
    recording.length = shape.length;
    recording.leads.resize(shape.leads);
    OddDraws draws(shape.leads);
    recording.samples.resize(shape.leads * shape.length);
    for (float& value : recording.samples) value = static_cast<float>(draws.below(4001)) / 1000 - 2;
    const std::clock_t start = std::clock();
    checkSound(assessQuality(recording, {}));
    CHECK(static_cast<double>(std::clock() - start) / CLOCKS_PER_SEC < 10);
  }
}
