#include "preprocess/beats/wave_candidates.h"

#include <algorithm>
#include <cmath>

namespace ecg {

std::vector<WaveCandidate> waveCandidates(const Scale& coarse, Span span) {
  constexpr double ofSteeper = 0.2;
  std::vector<WaveCandidate> found;
  if (span.empty()) return found;
  const std::vector<Lobe> lobes = lobesOf(coarse.slope, span.from, span.to);
  for (std::size_t i = 0; i + 1 < lobes.size(); ++i) {
    const double a = std::abs(lobes[i].height), b = std::abs(lobes[i + 1].height);
    const double height = std::min(a, b) + ofSteeper * std::max(a, b);
    found.push_back({lobes[i + 1].from, height, lobes[i], lobes[i + 1]});
  }
  return found;
}

Marks waveMarks(const Scale& coarse, const WaveCandidate& candidate, Span span, WaveEnds ends) {
  std::size_t onset = candidate.before.at, offset = candidate.after.at;
  const double quietBefore = ends.onset * std::abs(candidate.before.height);
  const double quietAfter = ends.offset * std::abs(candidate.after.height);
  while (onset > span.from && std::abs(coarse.slope[onset]) > quietBefore) --onset;
  while (offset + 1 < span.to && std::abs(coarse.slope[offset]) > quietAfter) ++offset;
  return {onset, candidate.peak, offset, candidate.height};
}

}  // namespace ecg
