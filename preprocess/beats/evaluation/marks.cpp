#include "preprocess/beats/evaluation/marks.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/evaluation/match.h"

namespace ecg::evaluation {
namespace {

struct Mark {
  double time;
  std::size_t of;  ///< the beat, or the reference wave
};

/// The times of a mark that are known, ascending.
struct Marks {
  std::vector<Mark> all;
  std::vector<double> times;

  void add(double time, std::size_t of) {
    if (std::isfinite(time)) all.push_back({time, of});
  }

  void sort() {
    std::stable_sort(all.begin(), all.end(),
                     [](const Mark& a, const Mark& b) { return a.time < b.time; });
    for (const Mark& mark : all) times.push_back(mark.time);
  }
};

double timeOf(const Wave& wave, std::size_t mark) {
  return mark % 3 == 0 ? wave.onset : mark % 3 == 1 ? wave.peak : wave.offset;
}

const Wave& waveOf(const BeatWaves& beat, std::size_t mark) {
  return mark < 3 ? beat.p : mark < 6 ? beat.qrs : beat.t;
}

std::size_t peakOf(std::size_t mark) { return mark / 3 * 3 + 1; }

Marks referenceMarks(const std::vector<ReferenceWave>& waves, std::size_t mark) {
  Marks marks;
  for (std::size_t i = 0; i < waves.size(); ++i)
    if (static_cast<std::size_t>(waves[i].kind) == mark / 3)
      marks.add(timeOf(waves[i].wave, mark), i);
  marks.sort();
  return marks;
}

Marks detectedMarks(const std::vector<BeatWaves>& waves, std::size_t mark) {
  Marks marks;
  for (std::size_t i = 0; i < waves.size(); ++i) marks.add(timeOf(waveOf(waves[i], mark), mark), i);
  marks.sort();
  return marks;
}

/// By beat: whether its wave's peak is that of a reference wave that lacks this mark.
std::vector<char> excusedBeats(const std::vector<ReferenceWave>& reference,
                               const std::vector<BeatWaves>& waves, std::size_t mark,
                               double window) {
  const Marks wanted = referenceMarks(reference, peakOf(mark));
  const Marks found = detectedMarks(waves, peakOf(mark));
  const auto matches = matchTimes(wanted.times, found.times, window);
  std::vector<char> excused(waves.size(), 0);
  for (std::size_t i = 0; i < matches.size(); ++i)
    if (matches[i] != unmatched && !std::isfinite(timeOf(reference[wanted.all[i].of].wave, mark)))
      excused[found.all[matches[i]].of] = 1;
  return excused;
}

}  // namespace

MarkTallies tallyMarks(const std::vector<ReferenceWave>& reference,
                       const std::vector<BeatWaves>& waves, const Coverage& coverage,
                       double window) {
  MarkTallies tallies;
  for (std::size_t mark = 0; mark < markCount; ++mark) {
    Tally& tally = tallies[mark];
    const Marks wanted = referenceMarks(reference, mark), found = detectedMarks(waves, mark);
    const auto matches = matchTimes(wanted.times, found.times, window);
    std::vector<char> used(found.all.size(), 0);
    tally.references = matches.size();
    for (std::size_t i = 0; i < matches.size(); ++i)
      if (matches[i] != unmatched) {
        tally.detect(found.times[matches[i]] - wanted.times[i]);
        used[matches[i]] = 1;
      }
    const auto excused = excusedBeats(reference, waves, mark, window);
    tally.extra = 0;
    for (std::size_t i = 0; i < used.size(); ++i) {
      const auto [time, beat] = found.all[i];
      if (!used[i] && !excused[beat] && coverage.beats[beat] && time >= coverage.from &&
          time <= coverage.to)
        ++*tally.extra;
    }
  }
  return tallies;
}

MarkTallies tallyNearestLead(const std::vector<ReferenceWave>& reference,
                             const std::vector<std::vector<BeatWaves>>& leads, double window) {
  MarkTallies tallies;
  for (std::size_t mark = 0; mark < markCount; ++mark) {
    const Marks wanted = referenceMarks(reference, mark);
    std::vector<double> errors(wanted.times.size(), Wave::unknown);
    for (const auto& waves : leads) {
      const Marks found = detectedMarks(waves, mark);
      const auto matches = matchTimes(wanted.times, found.times, window);
      for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i] == unmatched) continue;
        const double error = found.times[matches[i]] - wanted.times[i];
        if (!(std::fabs(errors[i]) <= std::fabs(error))) errors[i] = error;
      }
    }
    tallies[mark].references = errors.size();
    for (const double error : errors)
      if (std::isfinite(error)) tallies[mark].detect(error);
  }
  return tallies;
}

}  // namespace ecg::evaluation
