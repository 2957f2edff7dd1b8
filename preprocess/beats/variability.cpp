#include "preprocess/beats/variability.h"

#include <cmath>

#include "preprocess/beats/statistics.h"

namespace ecg {
namespace {

/// Intervals between normal beats, ms, in runs of beats that follow each other.
std::vector<std::vector<double>> normalRuns(const Beats& beats) {
  std::vector<std::vector<double>> runs(1);
  for (std::size_t b = 1; b < beats.all.size(); ++b) {
    const Beat &before = beats.all[b - 1], &beat = beats.all[b];
    const bool normal =
        before.beatClass == BeatClass::normal && beat.beatClass == BeatClass::normal;
    if (normal)
      runs.back().push_back((beat.waves.qrs.onset - before.waves.qrs.onset) * 1000);
    else if (!runs.back().empty())
      runs.emplace_back();
  }
  return runs;
}

Measurement of(double value, std::size_t intervals) {
  Measurement out;
  out.value = value;
  out.beats = intervals;
  return out;
}

}  // namespace

HeartRateVariability variabilityOf(const Beats& beats) {
  std::vector<double> intervals;
  double squares = 0;
  std::size_t changes = 0, large = 0;
  for (const std::vector<double>& run : normalRuns(beats)) {
    intervals.insert(intervals.end(), run.begin(), run.end());
    for (std::size_t i = 1; i < run.size(); ++i) {
      const double change = run[i] - run[i - 1];
      squares += change * change;
      changes += 1;
      large += std::abs(change) > 50;
    }
  }
  if (intervals.size() < 2 || changes == 0) {
    const Measurement none = unmeasured({"Fewer than three normal beats follow each other."});
    return {none, none, none};
  }
  const double n = static_cast<double>(changes);
  return {of(measured(intervals).spread, intervals.size()), of(std::sqrt(squares / n), changes),
          of(100 * static_cast<double>(large) / n, changes)};
}

std::string rhythmOf(const Beats& beats) {
  std::vector<double> intervals;
  for (std::size_t b = 1; b < beats.all.size(); ++b)
    intervals.push_back(beats.all[b].waves.qrs.onset - beats.all[b - 1].waves.qrs.onset);
  if (intervals.size() < 3) return "";
  return irregularity(intervals) < irregularFrom ? "regular" : "irregular";
}

}  // namespace ecg
