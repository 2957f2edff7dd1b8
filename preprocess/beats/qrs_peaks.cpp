#include "preprocess/beats/qrs_peaks.h"

#include <algorithm>

#include "preprocess/beats/envelope.h"
#include "preprocess/beats/statistics.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t refractory = beatSamples(0.2);
constexpr std::size_t tWaveReach = beatSamples(0.36);
constexpr std::size_t around = beatSamples(6);  // a side: what a threshold learns from
constexpr double ofLevel = 0.36, ofNoise = 2, mostOfLevel = 0.75;  // threshold
constexpr double searchBackPart = 0.5;                             // of the threshold

struct Candidate {
  std::size_t at;
  double height;
  double level = 0;      ///< of the beats around
  double threshold = 0;  ///< from which a candidate is a beat
};

double between(const Candidate& first, const Candidate& second) {
  return static_cast<double>(second.at - first.at);
}

/// Local maxima, none with a higher one within the refractory period.
std::vector<Candidate> candidatesOf(const std::vector<double>& envelope) {
  std::vector<Candidate> found;
  for (std::size_t i = 0; i < envelope.size(); ++i) {
    const double height = envelope[i];
    const bool rises = i == 0 || envelope[i - 1] < height;
    const bool falls = i + 1 == envelope.size() || envelope[i + 1] <= height;
    if (!rises || !falls || !(height > 0)) continue;
    if (found.empty() || i - found.back().at >= refractory)
      found.push_back({i, height});
    else if (height > found.back().height)
      found.back() = {i, height};
  }
  return found;
}

/// The envelope between beats: what it exceeds half the time.
double noiseAround(const std::vector<double>& envelope, std::size_t at) {
  return quantileAround(envelope, {at, beatSamples(3), 10}, 0.5);
}

/// The level of the beats around each candidate, the median of the highest candidates, one for each
/// second; and the threshold between it and that of the noise, the median of the others.
void findLevels(std::vector<Candidate>& candidates, const std::vector<double>& envelope) {
  std::vector<double> heights;
  std::size_t first = 0, last = 0;
  for (Candidate& candidate : candidates) {
    while (candidates[first].at + around < candidate.at) ++first;
    while (last < candidates.size() && candidates[last].at <= candidate.at + around) ++last;
    heights.clear();
    for (std::size_t i = first; i < last; ++i) heights.push_back(candidates[i].height);
    const double seconds = between(candidates[first], candidates[last - 1]) / beatRate;
    const auto beats = std::min<std::size_t>(heights.size(), 1 + static_cast<std::size_t>(seconds));
    std::sort(heights.rbegin(), heights.rend());
    candidate.level = heights[beats / 2];
    const double noise =
        std::min(ofNoise * noiseAround(envelope, candidate.at), candidate.level * mostOfLevel);
    candidate.threshold = std::max(ofLevel * candidate.level, noise);
  }
}

std::vector<Candidate> aboveThreshold(const std::vector<Candidate>& candidates) {
  std::vector<Candidate> beats;
  for (const Candidate& c : candidates) {
    if (c.height < c.threshold) continue;
    const bool tWave = !beats.empty() && c.at - beats.back().at < tWaveReach &&
                       c.height < 0.5 * beats.back().height;
    if (!tWave) beats.push_back(c);
  }
  return beats;
}

/// The median interval of the beats around beat `index`, four a side.
double usualInterval(const std::vector<Candidate>& beats, std::size_t index) {
  const std::size_t first = index > 4 ? index - 4 : 0, last = std::min(beats.size() - 1, index + 4);
  std::vector<double> intervals;
  for (std::size_t i = first; i < last; ++i) intervals.push_back(between(beats[i], beats[i + 1]));
  if (intervals.empty()) return 0;
  const auto middle = intervals.begin() + static_cast<std::ptrdiff_t>(intervals.size() / 2);
  std::nth_element(intervals.begin(), middle, intervals.end());
  return *middle;
}

/// Leaves out small peaks close to one of two higher beats that follow each other at the usual
/// interval of high beats: P waves, T waves and spikes of a pacemaker.
std::vector<Candidate> withoutOtherWaves(const std::vector<Candidate>& beats) {
  constexpr double small = 0.65, longer = 1.4;
  constexpr double pReach = 0.34 * beatRate, tReach = 0.43 * beatRate;
  std::vector<Candidate> high;
  for (const Candidate& beat : beats)
    if (beat.height >= small * beat.level) high.push_back(beat);
  std::vector<Candidate> kept;
  std::size_t h = 0;
  for (std::size_t i = 0; i < beats.size(); ++i) {
    const Candidate& beat = beats[i];
    while (h < high.size() && high[h].at < beat.at) ++h;
    const bool isHigh = h < high.size() && high[h].at == beat.at;
    if (!isHigh && high.size() > 2) {
      const double usual = usualInterval(high, std::min(h, high.size() - 1));
      const double before = h > 0 ? between(high[h - 1], beat) : usual;
      const double after = h < high.size() ? between(beat, high[h]) : usual;
      const double lower = std::min(h > 0 ? high[h - 1].height : high[h].height,
                                    h < high.size() ? high[h].height : high[h - 1].height);
      const bool near = after < pReach || (before < tReach && before + after < longer * usual);
      if (near && beat.height < small * lower) continue;
    }
    kept.push_back(beat);
  }
  return kept;
}

/// The highest candidate between two beats, clear of both.
const Candidate* highestBetween(const std::vector<Candidate>& candidates, std::size_t from,
                                std::size_t to) {
  const Candidate* best = nullptr;
  auto c = std::lower_bound(candidates.begin(), candidates.end(), from + tWaveReach,
                            [](const Candidate& a, std::size_t at) { return a.at < at; });
  for (; c != candidates.end() && c->at + tWaveReach <= to; ++c)
    if (!best || c->height > best->height) best = &*c;
  return best;
}

/// How far the envelope at a peak exceeds the higher of the valleys on its two sides; at an end of
/// the signal there is one valley only.
double prominence(const std::vector<double>& envelope, std::size_t peak) {
  constexpr std::size_t reach = beatSamples(0.3);
  const auto at = envelope.begin() + static_cast<std::ptrdiff_t>(peak);
  double valley = 0;
  if (peak >= reach) valley = *std::min_element(at - reach, at);
  if (peak + reach < envelope.size()) valley = std::max(valley, *std::min_element(at, at + reach));
  return *at / std::max(valley, 1e-6 * *at);
}

/// Leaves out peaks that, with those around them, hardly stand out: noise has such, too. Of its
/// fluctuations several leads show the mean, one alone shows them all.
std::vector<std::size_t> withoutNoise(const std::vector<std::size_t>& peaks,
                                      const std::vector<double>& envelope, std::size_t leads) {
  const double noise = 2 + 0.5 / static_cast<double>(leads);
  std::vector<double> prominences;
  for (std::size_t peak : peaks) prominences.push_back(prominence(envelope, peak));
  std::vector<std::size_t> kept;
  std::size_t first = 0, last = 0;
  for (std::size_t peak : peaks) {
    while (peaks[first] + around < peak) ++first;
    while (last < peaks.size() && peaks[last] <= peak + around) ++last;
    const auto begin = prominences.begin();
    const auto from = static_cast<std::ptrdiff_t>(first), to = static_cast<std::ptrdiff_t>(last);
    if (median({begin + from, begin + to}) >= noise) kept.push_back(peak);
  }
  return kept;
}

}  // namespace

std::vector<std::size_t> qrsPeaks(const std::vector<double>& envelope, std::size_t leads) {
  constexpr double missedBeat = 1.7;
  std::vector<Candidate> candidates = candidatesOf(envelope);
  findLevels(candidates, envelope);
  const std::vector<Candidate> beats = withoutOtherWaves(aboveThreshold(candidates));
  std::vector<std::size_t> peaks;
  for (std::size_t i = 0; i < beats.size(); ++i) {
    const double usual = usualInterval(beats, i);
    while (i > 0 && static_cast<double>(beats[i].at - peaks.back()) > missedBeat * usual) {
      const Candidate* missed = highestBetween(candidates, peaks.back(), beats[i].at);
      if (!missed || missed->height < searchBackPart * missed->threshold) break;
      peaks.push_back(missed->at);
    }
    peaks.push_back(beats[i].at);
  }
  return withoutNoise(peaks, envelope, leads);
}

}  // namespace ecg
