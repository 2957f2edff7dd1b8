#include "preprocess/beats/evaluation/marks.h"

#include <cmath>

#include "preprocess/beats/evaluation/match.h"

namespace ecg::evaluation {
namespace {

double timeOf(const Wave& wave, std::size_t mark) {
  return mark % 3 == 0 ? wave.onset : mark % 3 == 1 ? wave.peak : wave.offset;
}

const Wave& waveOf(const BeatWaves& beat, std::size_t mark) {
  return mark < 3 ? beat.p : mark < 6 ? beat.qrs : beat.t;
}

std::size_t peakOf(std::size_t mark) { return mark / 3 * 3 + 1; }

/// By beat: whether its wave's peak is that of a reference wave that lacks this mark.
std::vector<char> excusedBeats(const std::vector<ReferenceWave>& reference,
                               const std::vector<BeatWaves>& waves, std::size_t mark,
                               double window) {
  const Times wanted = referenceMarks(reference, peakOf(mark));
  const Times found = detectedMarks(waves, peakOf(mark));
  const auto matches = matchTimes(wanted, found, window);
  std::vector<char> excused(waves.size(), 0);
  for (std::size_t i = 0; i < matches.size(); ++i)
    if (matches[i] != unmatched && !std::isfinite(timeOf(reference[wanted[i].of].wave, mark)))
      excused[found[matches[i]].of] = 1;
  return excused;
}

}  // namespace

Times referenceMarks(const std::vector<ReferenceWave>& waves, std::size_t mark) {
  Times marks;
  for (std::size_t i = 0; i < waves.size(); ++i)
    if (static_cast<std::size_t>(waves[i].kind) == mark / 3)
      addTime(marks, timeOf(waves[i].wave, mark), i);
  sortTimes(marks);
  return marks;
}

Times detectedMarks(const std::vector<BeatWaves>& waves, std::size_t mark) {
  Times marks;
  for (std::size_t i = 0; i < waves.size(); ++i)
    addTime(marks, timeOf(waveOf(waves[i], mark), mark), i);
  sortTimes(marks);
  return marks;
}

MarkTallies tallyMarks(const std::vector<ReferenceWave>& reference,
                       const std::vector<BeatWaves>& waves, const Coverage& coverage,
                       double window) {
  MarkTallies tallies;
  for (std::size_t mark = 0; mark < markCount; ++mark) {
    Tally& tally = tallies[mark];
    const Times wanted = referenceMarks(reference, mark), found = detectedMarks(waves, mark);
    const auto matches = matchTimes(wanted, found, window);
    std::vector<char> settled = excusedBeats(reference, waves, mark, window);
    tally.references = matches.size();
    for (std::size_t i = 0; i < matches.size(); ++i) {
      if (matches[i] == unmatched) continue;
      const Timed& match = found[matches[i]];
      tally.detect(match.time - wanted[i].time);
      settled[match.of] = 1;
    }
    for (const auto& [time, beat] : found)
      if (!settled[beat] && coverage.beats[beat] && time >= coverage.from && time <= coverage.to)
        ++*tally.extra;
  }
  return tallies;
}

MarkTallies tallyNearestLead(const std::vector<ReferenceWave>& reference,
                             const std::vector<LeadBeats>& leads, double window) {
  MarkTallies tallies;
  for (std::size_t mark = 0; mark < markCount; ++mark) {
    const Times wanted = referenceMarks(reference, mark);
    std::vector<double> errors(wanted.size(), Wave::unknown);
    for (const LeadBeats& lead : leads) {
      const Times found = detectedMarks(lead.waves, mark);
      const auto matches = matchTimes(wanted, found, window);
      for (std::size_t i = 0; i < matches.size(); ++i) {
        if (matches[i] == unmatched) continue;
        const double error = found[matches[i]].time - wanted[i].time;
        if (!(std::fabs(errors[i]) <= std::fabs(error))) errors[i] = error;
      }
    }
    tallies[mark].references = errors.size();
    tallies[mark].extra.reset();
    for (const double error : errors)
      if (std::isfinite(error)) tallies[mark].detect(error);
  }
  return tallies;
}

}  // namespace ecg::evaluation
