#include <algorithm>
#include <cmath>

#include "preprocess/beats/lead_marks.h"
#include "preprocess/beats/lobes.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t core = beatSamples(0.07), slack = beatSamples(0.01),
                      peakReach = beatSamples(0.09);
constexpr double partBefore = 0.08, partAfter = 0.08;
constexpr double diedBefore = 0.08, diedAfter = 0.1;

std::size_t steepest(const std::vector<Lobe>& lobes, std::size_t from, std::size_t to) {
  std::size_t best = lobes.size();
  for (std::size_t i = 0; i < lobes.size(); ++i) {
    if (lobes[i].at < from || lobes[i].at > to) continue;
    if (best == lobes.size() || std::abs(lobes[i].height) > std::abs(lobes[best].height)) best = i;
  }
  return best;
}

/// The R peak, or without an R wave the largest deflection from the level at the onset.
std::size_t rPeak(const Scale& fine, Span within, double level) {
  constexpr double rWave = 0.05, partOfS = 0.15;
  std::size_t top = within.from, bottom = within.from;
  for (std::size_t i = within.from; i <= within.to; ++i) {
    if (fine.level[i] > fine.level[top]) top = i;
    if (fine.level[i] < fine.level[bottom]) bottom = i;
  }
  const double up = fine.level[top] - level, down = level - fine.level[bottom];
  return up >= rWave && up >= partOfS * down ? top : bottom;
}

}  // namespace

std::optional<Marks> qrsMarks(const Scale& fine, std::size_t centre, Span all) {
  const std::vector<double>& slope = fine.slope;
  const std::size_t from = all.from - std::min(all.from, slack);
  const std::size_t to = std::min(all.to + slack, fine.length());
  const std::vector<Lobe> lobes = lobesOf(slope, from, to);
  const std::size_t main = steepest(lobes, centre - std::min(centre, core), centre + core);
  if (main == lobes.size() || lobes[main].height == 0) return std::nullopt;
  const double height = std::abs(lobes[main].height);
  std::size_t first = main, last = main;
  for (std::size_t i = 0; i < lobes.size(); ++i) {
    if (i < first && std::abs(lobes[i].height) >= partBefore * height) first = i;
    if (i > last && std::abs(lobes[i].height) >= partAfter * height) last = i;
  }
  std::size_t onset = lobes[first].at, offset = lobes[last].at;
  const double quietBefore = std::max(diedBefore * std::abs(lobes[first].height), 0.02 * height);
  const double quietAfter = std::max(diedAfter * std::abs(lobes[last].height), 0.03 * height);
  while (onset > from && std::abs(slope[onset]) > quietBefore) --onset;
  while (offset + 1 < to && std::abs(slope[offset]) > quietAfter) ++offset;
  // Half way between what the lead shows and what all leads together do.
  onset = (onset + all.from) / 2;
  offset = (offset + all.to) / 2;
  const std::size_t nearFrom = std::max(onset, centre - std::min(centre, peakReach));
  const std::size_t nearTo = std::min(offset, centre + peakReach);
  return Marks{onset, rPeak(fine, {nearFrom, nearTo}, fine.level[onset]), offset, height};
}

}  // namespace ecg
