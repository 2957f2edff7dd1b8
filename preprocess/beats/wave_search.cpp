#include "preprocess/beats/wave_search.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

using Candidates = std::vector<WaveCandidate>;  // of one beat in one lead

/// Votes for places, in bins of 4 ms, relative to the origin of a beat.
class Places {
 public:
  void add(std::ptrdiff_t place, double votes) { bins_[binOf(place)] += votes; }

  /// Spreads every vote by a Gaussian of `deviation` seconds and brings the highest to 1.
  void settle(double deviation) {
    const double bins = deviation * beatRate / binWidth;
    const auto reach = static_cast<std::ptrdiff_t>(3 * bins);
    std::vector<double> spread(count), kernel;
    for (std::ptrdiff_t d = 0; d <= reach; ++d)
      kernel.push_back(std::exp(-0.5 * static_cast<double>(d * d) / (bins * bins)));
    for (std::ptrdiff_t i = 0; i < count; ++i) {
      if (bins_[i] == 0) continue;
      for (std::ptrdiff_t j = std::max<std::ptrdiff_t>(0, i - reach);
           j <= std::min(count - 1, i + reach); ++j)
        spread[j] += bins_[i] * kernel[std::abs(i - j)];
    }
    const double most = *std::max_element(spread.begin(), spread.end());
    for (double& value : spread) value /= most > 0 ? most : 1;
    bins_ = spread;
  }

  double at(std::ptrdiff_t place) const { return bins_[binOf(place)]; }
  std::ptrdiff_t best() const {
    const auto top = std::max_element(bins_.begin(), bins_.end()) - bins_.begin();
    return (top - count / 2) * binWidth;
  }

 private:
  static constexpr std::ptrdiff_t binWidth = 2, count = 801;  // 4 ms; 1.6 s a side
  static std::ptrdiff_t binOf(std::ptrdiff_t place) {
    return std::clamp<std::ptrdiff_t>(place / binWidth + count / 2, 0, count - 1);
  }
  std::vector<double> bins_ = std::vector<double>(count);
};

std::ptrdiff_t placeOf(const WaveCandidate& candidate, std::size_t origin) {
  return static_cast<std::ptrdiff_t>(candidate.peak) - static_cast<std::ptrdiff_t>(origin);
}

double highest(const Candidates& candidates) {
  double most = 0;
  for (const WaveCandidate& c : candidates) most = std::max(most, c.height);
  return most;
}

}  // namespace

std::vector<std::vector<std::optional<Marks>>> searchWaves(const std::vector<Scale>& leads,
                                                           const WaveSearch& search) {
  constexpr double anywhere = 0.15, elsewhere = 0.05;
  constexpr double overBeats = 0.03, overLeads = 0.012;
  const std::size_t beats = search.spans.size();
  std::vector<std::vector<Candidates>> all(leads.size(), std::vector<Candidates>(beats));
  Places usual;
  for (std::size_t l = 0; l < leads.size(); ++l)
    for (std::size_t b = 0; b < beats; ++b) {
      all[l][b] = waveCandidates(leads[l], search.spans[b]);
      const double most = highest(all[l][b]);
      for (const WaveCandidate& c : all[l][b])
        if (most > 0) usual.add(placeOf(c, search.origins[b]), std::pow(c.height / most, 2));
    }
  usual.settle(overBeats);

  std::vector<std::vector<std::optional<Marks>>> found(leads.size(),
                                                       std::vector<std::optional<Marks>>(beats));
  for (std::size_t b = 0; b < beats; ++b) {
    Places ofBeat;
    for (std::size_t l = 0; l < leads.size(); ++l) {
      const double most = highest(all[l][b]);
      for (const WaveCandidate& c : all[l][b]) {
        const std::ptrdiff_t place = placeOf(c, search.origins[b]);
        if (most > 0)
          ofBeat.add(place, c.height / most * (anywhere + (1 - anywhere) * usual.at(place)));
      }
    }
    ofBeat.settle(overLeads);
    const std::ptrdiff_t here = ofBeat.best();
    for (std::size_t l = 0; l < leads.size(); ++l) {
      const WaveCandidate* best = nullptr;
      double bestWorth = 0;
      for (const WaveCandidate& c : all[l][b]) {
        const double away =
            static_cast<double>(placeOf(c, search.origins[b]) - here) / beatRate / search.spread;
        const double worth =
            c.height * (elsewhere + (1 - elsewhere) * std::exp(-0.5 * away * away));
        if (worth > bestWorth) best = &c, bestWorth = worth;
      }
      if (best) found[l][b] = waveMarks(leads[l], *best, search.spans[b], search.ends);
    }
  }
  return found;
}

}  // namespace ecg
