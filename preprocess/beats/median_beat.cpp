#include "preprocess/beats/median_beat.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/beats/statistics.h"

namespace ecg {
namespace {

constexpr double secondsBefore = 0.35, secondsAfter = 0.55;
constexpr std::size_t mostBeats = 64;

/// The lead whose QRS is largest from its highest to its lowest.
std::size_t largestLead(const Beats& beats) {
  std::size_t largest = 0;
  double most = -1;
  for (std::size_t l = 0; l < beats.leads.size(); ++l) {
    std::vector<double> heights;
    for (const BeatAmplitudes& beat : beats.leads[l].amplitudes)
      if (std::isfinite(beat.r)) heights.push_back(beat.r - std::min(beat.q, beat.s));
    const double height = median(heights);
    if (height > most) most = height, largest = l;
  }
  return largest;
}

struct Aligned {
  std::size_t beat, rPeak;  ///< sample of the recording
};

std::vector<Aligned> alignedBeats(const Recording& recording, const Beats& beats,
                                  std::size_t before, std::size_t after) {
  std::vector<Aligned> all;
  const std::size_t by = largestLead(beats);
  for (std::size_t b = 0; b < beats.all.size(); ++b) {
    const Wave& qrs = beats.leads[by].waves[b].qrs;
    if (beats.all[b].beatClass != BeatClass::normal || !qrs.found()) continue;
    const auto peak = static_cast<std::size_t>(std::round(qrs.peak * recording.samplingRate));
    if (peak >= before && peak + after <= recording.ecgSamples()) all.push_back({b, peak});
  }
  std::vector<Aligned> some;
  const std::size_t step = std::max<std::size_t>(1, all.size() / mostBeats);
  for (std::size_t i = 0; i < all.size() && some.size() < mostBeats; i += step)
    some.push_back(all[i]);
  return some;
}

/// The mean in the 20 ms before the QRS; missing samples do not count.
float levelBefore(const Recording& recording, const float* x, double qrsOnset) {
  const double rate = recording.samplingRate;
  const auto to = static_cast<std::size_t>(std::max(1.0, qrsOnset * rate));
  const auto from =
      std::min(to - 1, static_cast<std::size_t>(std::max(0.0, (qrsOnset - 0.02) * rate)));
  float sum = 0, count = 0;
  for (std::size_t i = from; i < std::min(to, recording.length); ++i)
    if (std::isfinite(x[i])) sum += x[i], count += 1;
  return count > 0 ? sum / count : std::numeric_limits<float>::quiet_NaN();
}

}  // namespace

MedianBeats medianBeats(const Recording& recording, const Beats& beats) {
  MedianBeats out;
  if (beats.all.empty() || beats.leads.empty()) return out;
  out.samplingRate = recording.samplingRate;
  const auto before = static_cast<std::size_t>(std::round(secondsBefore * out.samplingRate));
  const auto after = static_cast<std::size_t>(std::round(secondsAfter * out.samplingRate));
  const std::vector<Aligned> aligned = alignedBeats(recording, beats, before, after);
  out.beats = aligned.size();
  out.rPeak = before;
  if (aligned.empty()) return out;
  std::vector<float> levels(aligned.size());
  std::vector<double> values;
  for (const LeadBeats& lead : beats.leads) {
    const float* x = recording.lead(lead.lead);
    for (std::size_t k = 0; k < aligned.size(); ++k)
      levels[k] = levelBefore(recording, x, beats.all[aligned[k].beat].waves.qrs.onset);
    out.leads.push_back(lead.lead);
    out.samples.emplace_back(before + after);
    for (std::size_t i = 0; i < before + after; ++i) {
      values.clear();
      for (std::size_t k = 0; k < aligned.size(); ++k) {
        const float value = x[aligned[k].rPeak - before + i] - levels[k];
        if (std::isfinite(value)) values.push_back(value);
      }
      out.samples.back()[i] = static_cast<float>(median(values));
    }
  }
  return out;
}

}  // namespace ecg
