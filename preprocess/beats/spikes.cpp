#include "preprocess/beats/spikes.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/statistics.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t width = beatSamples(0.008);
constexpr std::size_t sideFrom = beatSamples(0.016), sideTo = beatSamples(0.026);
constexpr std::size_t reach = beatSamples(0.1), into = beatSamples(0.024);

std::vector<double> sharpness(const Signal& signal) {
  std::vector<double> sum(signal.length);
  for (std::size_t l = 0; l < signal.leads; ++l) {
    const double* x = signal.lead(l);
    for (std::size_t i = width; i + width < signal.length; ++i)
      sum[i] += std::abs(x[i] - (x[i - width] + x[i + width]) / 2);
  }
  return sum;
}

double betweenBeats(const std::vector<double>& sharp, const Delineation& beats) {
  std::vector<double> values;
  std::size_t from = 0;
  for (const BeatMarks& beat : beats.together) {
    if (!beat.qrs) continue;
    for (std::size_t i = from; i + reach < beat.qrs->onset; ++i) values.push_back(sharp[i]);
    from = beat.qrs->offset + into;
  }
  for (std::size_t i = from; i < sharp.size(); ++i) values.push_back(sharp[i]);
  return values.empty() ? 0 : median(values);
}

/// The sharpest sample near a QRS onset, where it stands alone.
std::optional<std::size_t> spikeAt(const std::vector<double>& sharp, std::size_t onset,
                                   double noise) {
  constexpr double overNoise = 8, overSides = 3;
  if (onset < reach + sideTo || onset + into + sideTo >= sharp.size()) return std::nullopt;
  const auto from = sharp.begin() + static_cast<std::ptrdiff_t>(onset - reach);
  const auto at = std::max_element(from, from + static_cast<std::ptrdiff_t>(reach + into));
  const double before = *std::max_element(at - sideTo, at - sideFrom);
  const double after = *std::max_element(at + sideFrom, at + sideTo);
  if (*at < overNoise * noise || *at < overSides * std::max(before, after) || !(*at > 0))
    return std::nullopt;
  return static_cast<std::size_t>(at - sharp.begin());
}

}  // namespace

std::vector<std::optional<std::size_t>> pacingSpikes(const Signal& signal,
                                                     const Delineation& beats) {
  constexpr std::size_t fewest = 3, part = 4;
  std::vector<std::optional<std::size_t>> spikes(beats.together.size());
  const std::vector<double> sharp = sharpness(signal);
  const double noise = betweenBeats(sharp, beats);
  std::size_t found = 0;
  for (std::size_t b = 0; b < spikes.size(); ++b) {
    if (!beats.together[b].qrs) continue;
    spikes[b] = spikeAt(sharp, beats.together[b].qrs->onset, noise);
    found += spikes[b].has_value();
  }
  if (found < fewest || found * part < spikes.size())
    std::fill(spikes.begin(), spikes.end(), std::nullopt);
  return spikes;
}

}  // namespace ecg
