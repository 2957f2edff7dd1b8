#include "preprocess/beats/evaluation/evaluate.h"

#include <algorithm>
#include <cmath>
#include <limits>

#include "preprocess/beats/evaluation/match.h"
#include "preprocess/error.h"

namespace ecg::evaluation {
namespace {

constexpr double ever = std::numeric_limits<double>::infinity();

/// Where a beat that is not near a reference is extra.
struct Period {
  double from = -ever, to = ever;
  std::vector<Interval> except;

  bool has(double time) const {
    return time >= from && time <= to &&
           std::none_of(except.begin(), except.end(), [time](const Interval& interval) {
             return time >= interval.from && time <= interval.to;
           });
  }
};

std::vector<double> timesOf(const Beats& beats) {
  std::vector<double> times;
  for (const Beat& beat : beats.all)
    if (std::isfinite(beat.waves.qrs.peak)) times.push_back(beat.waves.qrs.peak);
  std::sort(times.begin(), times.end());
  return times;
}

/// @param skip references before this do not count, but may be found
Tally tallyBeats(const std::vector<double>& reference, const std::vector<double>& found,
                 const Period& period, double window) {
  const auto matches = matchTimes(reference, found, window);
  std::vector<char> used(found.size(), 0);
  Tally tally;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const bool counts = reference[i] >= period.from;
    tally.references += counts;
    if (matches[i] == unmatched) continue;
    used[matches[i]] = 1;
    if (counts) tally.detect(found[matches[i]] - reference[i]);
  }
  tally.extra = 0;
  for (std::size_t i = 0; i < found.size(); ++i)
    if (!used[i] && period.has(found[i])) ++*tally.extra;
  return tally;
}

std::vector<BeatWaves> wavesOfAll(const Beats& beats) {
  std::vector<BeatWaves> waves;
  for (const Beat& beat : beats.all) waves.push_back(beat.waves);
  return waves;
}

std::vector<BeatWaves> wavesOfLead(const Beats& beats, std::size_t lead) {
  for (const LeadBeats& each : beats.leads)
    if (each.lead == lead) return each.waves;
  return {};
}

void extend(double& from, double& to, double time) {
  if (time < from) from = time;
  if (time > to) to = time;
}

/// From the first mark to the last.
Coverage spanOf(const std::vector<ReferenceWave>& reference, std::size_t beats) {
  Coverage coverage = {ever, -ever, std::vector<char>(beats, 1)};
  for (const ReferenceWave& each : reference)
    for (const double time : {each.wave.onset, each.wave.peak, each.wave.offset})
      extend(coverage.from, coverage.to, time);
  return coverage;
}

std::vector<double> peaksOf(const std::vector<ReferenceWave>& reference) {
  std::vector<double> peaks;
  for (const ReferenceWave& each : reference)
    if (each.kind == WaveKind::qrs) peaks.push_back(each.wave.peak);
  return peaks;
}

/// The beats whose QRS complex is marked.
Coverage markedBeats(const std::vector<ReferenceWave>& reference,
                     const std::vector<BeatWaves>& waves, double window) {
  Coverage coverage = {-ever, ever, std::vector<char>(waves.size(), 0)};
  std::vector<std::pair<double, std::size_t>> found;
  for (std::size_t i = 0; i < waves.size(); ++i)
    if (std::isfinite(waves[i].qrs.peak)) found.emplace_back(waves[i].qrs.peak, i);
  std::sort(found.begin(), found.end());
  std::vector<double> times;
  for (const auto& each : found) times.push_back(each.first);
  for (const std::size_t match : matchTimes(peaksOf(reference), times, window))
    if (match != unmatched) coverage.beats[found[match].second] = 1;
  return coverage;
}

RecordTallies compareEachLead(const Recording& recording, const Beats& beats,
                              const std::vector<AnnotatedLead>& annotated, double window) {
  std::vector<std::vector<ReferenceWave>> references;
  std::array<std::vector<Tally>, markCount> tallies;
  for (const AnnotatedLead& each : annotated) {
    references.push_back(referenceWaves(each.annotations, recording.samplingRate));
    const auto waves = wavesOfLead(beats, each.lead.value_or(recording.leads.size()));
    const auto marks =
        tallyMarks(references.back(), waves, spanOf(references.back(), waves.size()), window);
    for (std::size_t mark = 0; mark < markCount; ++mark) tallies[mark].push_back(marks[mark]);
  }
  const auto reference = beatsOfLeads(references);
  Period period;
  if (!reference.empty()) period = {reference.front(), reference.back(), {}};
  RecordTallies record = {tallyBeats(reference, timesOf(beats), period, window),
                          {{"each lead", {}}}};
  for (std::size_t mark = 0; mark < markCount; ++mark)
    record.compared[0].tallies[mark] = sum(tallies[mark]);
  return record;
}

RecordTallies compareMarkedBeats(const std::vector<ReferenceWave>& reference, const Beats& beats,
                                 double window) {
  RecordTallies record;
  record.beats = tallyBeats(peaksOf(reference), timesOf(beats), {}, window);
  record.beats.extra.reset();
  const auto waves = wavesOfAll(beats);
  MarkTallies all = tallyMarks(reference, waves, markedBeats(reference, waves, window), window);
  for (std::size_t mark = 3; mark < 6; ++mark) all[mark].extra.reset();
  std::vector<std::vector<BeatWaves>> leads;
  for (const LeadBeats& each : beats.leads) leads.push_back(each.waves);
  record.compared = {{"nearest lead", tallyNearestLead(reference, leads, window)},
                     {"all leads", all}};
  return record;
}

bool hasWaves(const WfdbAnnotations& annotations) {
  return std::any_of(annotations.all.begin(), annotations.all.end(),
                     [](const auto& each) { return each.symbol() == '(' || each.symbol() == ')'; });
}

void check(const Options& options) {
  if (!(options.windowSeconds >= 0.001 && options.windowSeconds <= 1))
    reject("bad-option", {"A detection is compared with the references within a window of 1 to "
                          "1000 ms: choose one of these."});
  if (!(options.skipSeconds >= 0))
    reject("bad-option", {"What is skipped at the start is not negative: choose 0 s or more."});
}

}  // namespace

RecordTallies evaluateRecord(const Recording& recording, const Beats& beats,
                             const std::vector<AnnotatedLead>& annotated, const Options& options) {
  check(options);
  const double window = options.windowSeconds;
  RecordTallies record;
  if (annotated.size() > 1 || (annotated.size() == 1 && annotated[0].lead)) {
    record = compareEachLead(recording, beats, annotated, window);
  } else if (annotated.size() == 1 && hasWaves(annotated[0].annotations)) {
    record = compareMarkedBeats(referenceWaves(annotated[0].annotations, recording.samplingRate),
                                beats, window);
  } else if (annotated.size() == 1) {
    const auto reference = referenceBeats(annotated[0].annotations, recording.samplingRate);
    record.beats = tallyBeats(reference.times, timesOf(beats),
                              {options.skipSeconds, ever, reference.fibrillation}, window);
  }
  if (record.beats.references == 0 && record.compared.empty())
    reject("no-annotations", {"The annotations mark no beat and no wave: choose those of beats."});
  return record;
}

}  // namespace ecg::evaluation
