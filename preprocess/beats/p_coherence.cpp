#include "preprocess/beats/p_coherence.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/statistics.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t reach = beatSamples(0.06);  // a side

/// The usual place of the P wave before each QRS that has one near there; without those in a T wave
/// (of premature beats), where that leaves half of them.
std::vector<std::size_t> usualPlaces(const std::vector<BeatMarks>& beats,
                                     const std::vector<Span>& qrs, std::size_t length) {
  constexpr double farthest = 0.06 * beatRate;
  constexpr std::size_t clear = beatSamples(0.02);
  std::vector<double> before(beats.size()), known;
  for (std::size_t b = 0; b < beats.size(); ++b) {
    if (!beats[b].p) continue;
    before[b] = static_cast<double>(qrs[b].from) - static_cast<double>(beats[b].p->peak);
    known.push_back(before[b]);
  }
  const double usual = median(known);
  std::vector<std::size_t> all, alone;
  for (std::size_t b = 0; b < beats.size(); ++b) {
    if (!beats[b].p || std::abs(before[b] - usual) > farthest) continue;
    const double at = static_cast<double>(qrs[b].from) - usual;
    if (at < reach || at + reach >= static_cast<double>(length)) continue;
    all.push_back(static_cast<std::size_t>(at));
    const bool inT = b > 0 && beats[b - 1].t && all.back() < beats[b - 1].t->offset + clear;
    if (!inT) alone.push_back(all.back());
  }
  return alone.size() * 2 >= all.size() ? alone : all;
}

/// Mean energy around the places, and energy of the mean.
struct Energies {
  double ofAll = 0, ofMean = 0;
};

Energies energiesOf(const std::vector<double>& slope, const std::vector<std::size_t>& places) {
  const double n = static_cast<double>(places.size());
  Energies out;
  for (std::size_t i = 0; i <= 2 * reach; ++i) {
    double sum = 0;
    for (std::size_t place : places) {
      const double value = slope[place - reach + i];
      sum += value;
      out.ofAll += value * value / n;
    }
    out.ofMean += sum * sum / (n * n);
  }
  return out;
}

}  // namespace

bool sameBeforeQrs(const std::vector<Scale>& coarse, const std::vector<BeatMarks>& beats,
                   const std::vector<Span>& qrs) {
  constexpr std::size_t fewest = 4;  // beats
  if (coarse.empty()) return true;
  const std::vector<std::size_t> places = usualPlaces(beats, qrs, coarse[0].length());
  if (places.size() < fewest) return true;
  const double n = static_cast<double>(places.size());
  double coherence = 0, weights = 0;
  for (const Scale& lead : coarse) {
    const Energies energies = energiesOf(lead.slope, places);
    if (!(energies.ofAll > 0)) continue;
    const double weight = std::sqrt(energies.ofAll);
    coherence += weight * (n * energies.ofMean / energies.ofAll - 1) / (n - 1);
    weights += weight;
  }
  const double required = std::min(0.32, 0.14 + 2 / n);  // fewer beats agree more by chance
  return coherence >= required * weights;
}

}  // namespace ecg
