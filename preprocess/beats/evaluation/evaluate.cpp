#include "preprocess/beats/evaluation/evaluate.h"

#include <limits>

#include "preprocess/beats/evaluation/match.h"
#include "preprocess/error.h"

namespace ecg::evaluation {
namespace {

constexpr double ever = std::numeric_limits<double>::infinity();

/// Where a beat that is not near a reference is extra, s.
struct Period {
  double from = -ever, to = ever;
  std::vector<Interval> except;
};

std::vector<BeatWaves> wavesOfAll(const Beats& beats) {
  std::vector<BeatWaves> waves;
  for (const Beat& beat : beats.all) waves.push_back(beat.waves);
  return waves;
}

/// References before the period do not count, but may be found.
Tally tallyBeats(const Times& reference, const Times& found, const Period& period, double window) {
  const auto matches = matchTimes(reference, found, window);
  std::vector<char> used(found.size(), 0);
  Tally tally;
  for (std::size_t i = 0; i < matches.size(); ++i) {
    const bool counts = reference[i].time >= period.from;
    tally.references += counts;
    if (matches[i] == unmatched) continue;
    used[matches[i]] = 1;
    if (counts) tally.detect(found[matches[i]].time - reference[i].time);
  }
  for (std::size_t i = 0; i < found.size(); ++i)
    if (const double time = found[i].time;
        !used[i] && time >= period.from && time <= period.to && !within(period.except, time))
      ++*tally.extra;
  return tally;
}

std::vector<BeatWaves> wavesOfLead(const Beats& beats, const AnnotatedLead& annotated) {
  for (const LeadBeats& each : beats.leads)
    if (each.lead == annotated.lead) return each.waves;
  return {};
}

/// From the first mark to the last.
Coverage spanOf(const std::vector<ReferenceWave>& reference, std::size_t beats) {
  Coverage coverage = {ever, -ever, std::vector<char>(beats, 1)};
  for (const ReferenceWave& each : reference)
    for (const double time : {each.wave.onset, each.wave.peak, each.wave.offset}) {
      if (time < coverage.from) coverage.from = time;
      if (time > coverage.to) coverage.to = time;
    }
  return coverage;
}

/// The beats whose QRS complex is marked.
Coverage markedBeats(const Times& reference, const Times& found, std::size_t beats, double window) {
  Coverage coverage = {-ever, ever, std::vector<char>(beats, 0)};
  for (const std::size_t match : matchTimes(reference, found, window))
    if (match != unmatched) coverage.beats[found[match].of] = 1;
  return coverage;
}

RecordTallies compareEachLead(const Recording& recording, const Beats& beats,
                              const std::vector<AnnotatedLead>& annotated, double window) {
  RecordTallies record;
  std::vector<std::vector<ReferenceWave>> references;
  for (const AnnotatedLead& each : annotated) {
    references.push_back(referenceWaves(each.annotations, recording.samplingRate));
    const auto waves = wavesOfLead(beats, each);
    record.compared.push_back(
        {MarksOf::eachLead,
         tallyMarks(references.back(), waves, spanOf(references.back(), waves.size()), window)});
  }
  const Times reference = beatsOfLeads(references);
  Period period;
  if (!reference.empty()) period = {reference.front().time, reference.back().time, {}};
  record.beats = tallyBeats(reference, detectedMarks(wavesOfAll(beats), qrsPeak), period, window);
  return record;
}

RecordTallies compareMarkedBeats(const std::vector<ReferenceWave>& reference, const Beats& beats,
                                 double window) {
  const auto waves = wavesOfAll(beats);
  const Times wanted = referenceMarks(reference, qrsPeak), found = detectedMarks(waves, qrsPeak);
  RecordTallies record;
  record.beats = tallyBeats(wanted, found, {}, window);
  record.beats.extra.reset();
  record.compared = {
      {MarksOf::nearestLead, tallyNearestLead(reference, beats.leads, window)},
      {MarksOf::allLeads,
       tallyMarks(reference, waves, markedBeats(wanted, found, waves.size(), window), window)}};
  for (const std::size_t mark : {qrsOnset, qrsPeak, qrsOffset})
    record.compared[1].tallies[mark].extra.reset();
  return record;
}

bool hasWaves(const WfdbAnnotations& annotations) {
  for (const WfdbAnnotation& each : annotations.all)
    if (each.symbol() == '(' || each.symbol() == ')') return true;
  return false;
}

void check(const Options& options) {
  if (!(options.windowSeconds >= 0.001 && options.windowSeconds <= 1))
    reject("bad-option", {"A detection is compared with the references within a window of 1 to "
                          "1000 ms: choose one of these."});
  if (!(options.skipSeconds >= 0))
    reject("bad-option", {"What is skipped at the start is not negative: choose 0 s or more."});
}

}  // namespace

const char* marksOfName(MarksOf marks) {
  static constexpr const char* names[marksOfCount] = {"each lead", "nearest lead", "all leads"};
  return names[static_cast<std::size_t>(marks)];
}

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
    record.beats = tallyBeats(reference.times, detectedMarks(wavesOfAll(beats), qrsPeak),
                              {options.skipSeconds, ever, reference.fibrillation}, window);
  }
  if (record.beats.references == 0 && record.compared.empty())
    reject("no-annotations", {"The annotations mark no beat and no wave: choose those of beats."});
  return record;
}

}  // namespace ecg::evaluation
