#include "preprocess/beats/evaluation/reference.h"

#include <limits>
#include <string_view>

namespace ecg::evaluation {
namespace {

constexpr double beyondMarks = 0.020;  // s, of a peak
constexpr double oneBeat = 0.150;      // s, between the leads' marks of it
constexpr double never = std::numeric_limits<double>::infinity();

double rateOf(const WfdbAnnotations& annotations, double samplingRate) {
  return annotations.samplingRate > 0 ? annotations.samplingRate : samplingRate;
}

WaveKind kindOf(char symbol) {
  if (symbol == 'p') return WaveKind::p;
  if (symbol == 't') return WaveKind::t;
  return isBeat(symbol) ? WaveKind::qrs : WaveKind::other;
}

bool known(double time) { return time == time; }

/// Puts waves together from their marks, one after the other.
class WaveMarks {
 public:
  void onset(double time) { onset_ = time; }

  void peak(WaveKind kind, double time) {
    if (open_ && !known(onset_) && waves_.back().kind == kind) return;  // marked again
    Wave wave = {onset_, time, Wave::unknown};
    open_ = true;
    if (!known(onset_) && time - empty_.offset <= beyondMarks) {
      wave = {empty_.onset, time, empty_.offset};
      open_ = false;
    }
    waves_.push_back({kind, wave});
    onset_ = empty_.offset = Wave::unknown;
  }

  void offset(double time) {
    if (!known(onset_)) {
      if (open_) waves_.back().wave.offset = time;
    } else if (Wave* wave = openWave(); wave && onset_ - wave->peak <= beyondMarks) {
      wave->onset = onset_;
      wave->offset = time;
    } else {
      empty_ = {onset_, Wave::unknown, time};
    }
    open_ = false;
    onset_ = Wave::unknown;
  }

  /// Without those of other kinds, which were there to take their marks.
  std::vector<ReferenceWave> all() const {
    std::vector<ReferenceWave> wanted;
    for (const ReferenceWave& each : waves_)
      if (each.kind != WaveKind::other) wanted.push_back(each);
    return wanted;
  }

 private:
  /// The last wave, where both its boundaries are missing.
  Wave* openWave() {
    return open_ && !known(waves_.back().wave.onset) ? &waves_.back().wave : nullptr;
  }

  std::vector<ReferenceWave> waves_;
  double onset_ = Wave::unknown;  ///< without a peak yet
  Wave empty_;                    ///< the last pair of marks, where no peak was between them
  bool open_ = false;             ///< the last wave has no offset yet
};

bool startsFibrillation(const WfdbAnnotation& annotation, bool byMarks) {
  if (byMarks) return annotation.symbol() == '[';
  return annotation.symbol() == '+' && annotation.aux.compare(0, 3, "(VF") == 0;
}

/// Sorted, those that overlap together.
std::vector<Interval> merged(const std::vector<Interval>& intervals) {
  Times starts;
  for (std::size_t i = 0; i < intervals.size(); ++i) addTime(starts, intervals[i].from, i);
  sortTimes(starts);
  std::vector<Interval> out;
  for (const Timed& start : starts) {
    const Interval& next = intervals[start.of];
    if (out.empty() || next.from > out.back().to)
      out.push_back(next);
    else if (next.to > out.back().to)
      out.back().to = next.to;
  }
  return out;
}

std::vector<Interval> fibrillationOf(const WfdbAnnotations& annotations, double rate) {
  bool byMarks = false;
  for (const WfdbAnnotation& each : annotations.all) byMarks |= each.symbol() == '[';
  std::vector<Interval> intervals;
  bool open = false;
  for (const WfdbAnnotation& each : annotations.all) {
    const double time = static_cast<double>(each.sample) / rate;
    if (open && each.symbol() == (byMarks ? ']' : '+')) {
      intervals.back().to = time;
      open = false;
    }
    if (!open && startsFibrillation(each, byMarks)) {
      intervals.push_back({time, never});
      open = true;
    }
  }
  return merged(intervals);
}

/// Adds the median of one beat's marks, which are `of` leads, where enough leads have it.
void addBeat(const Times& marks, std::size_t leads, Times& beats) {
  std::vector<char> seen;
  std::size_t having = 0;
  for (const Timed& mark : marks) {
    if (mark.of >= seen.size()) seen.resize(mark.of + 1, 0);
    having += !seen[mark.of];
    seen[mark.of] = 1;
  }
  if (2 * having < leads) return;
  const std::size_t middle = marks.size() / 2;
  const double time =
      marks.size() % 2 ? marks[middle].time : (marks[middle - 1].time + marks[middle].time) / 2;
  beats.push_back({time, beats.size()});
}

}  // namespace

bool within(const std::vector<Interval>& intervals, double time) {
  std::size_t low = 0, high = intervals.size();  // those before low begin no later than `time`
  while (low < high) {
    const std::size_t middle = low + (high - low) / 2;
    if (intervals[middle].from <= time)
      low = middle + 1;
    else
      high = middle;
  }
  return low > 0 && time <= intervals[low - 1].to;
}

bool isBeat(char symbol) {
  return std::string_view("NLRBAaJSVrFejnE/fQ?").find(symbol) != std::string_view::npos;
}

ReferenceBeats referenceBeats(const WfdbAnnotations& annotations, double samplingRate) {
  const double rate = rateOf(annotations, samplingRate);
  ReferenceBeats beats;
  beats.fibrillation = fibrillationOf(annotations, rate);
  for (const WfdbAnnotation& each : annotations.all)
    if (const double time = static_cast<double>(each.sample) / rate;
        isBeat(each.symbol()) && !within(beats.fibrillation, time))
      addTime(beats.times, time, beats.times.size());
  sortTimes(beats.times);
  return beats;
}

std::vector<ReferenceWave> referenceWaves(const WfdbAnnotations& annotations, double samplingRate) {
  const double rate = rateOf(annotations, samplingRate);
  WaveMarks marks;
  for (const WfdbAnnotation& each : annotations.all) {
    const double time = static_cast<double>(each.sample) / rate;
    const char symbol = each.symbol();
    if (symbol == '(') marks.onset(time);
    if (symbol == ')') marks.offset(time);
    if (symbol == 'u' || kindOf(symbol) != WaveKind::other) marks.peak(kindOf(symbol), time);
  }
  return marks.all();
}

Times beatsOfLeads(const std::vector<std::vector<ReferenceWave>>& leads) {
  Times marks;
  std::size_t withBeats = 0;
  for (std::size_t lead = 0; lead < leads.size(); ++lead) {
    const std::size_t before = marks.size();
    for (const ReferenceWave& each : leads[lead])
      if (each.kind == WaveKind::qrs) addTime(marks, each.wave.peak, lead);
    withBeats += marks.size() > before;
  }
  sortTimes(marks);
  Times beats, beat;
  for (const Timed& mark : marks) {
    if (!beat.empty() && mark.time - beat.front().time > oneBeat) {
      addBeat(beat, withBeats, beats);
      beat.clear();
    }
    beat.push_back(mark);
  }
  if (!beat.empty()) addBeat(beat, withBeats, beats);
  return beats;
}

}  // namespace ecg::evaluation
