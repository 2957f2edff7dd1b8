#include "preprocess/beats/evaluation/reference.h"

#include <algorithm>
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

  std::vector<ReferenceWave> all() && { return std::move(waves_); }

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

bool within(const std::vector<Interval>& intervals, double time) {
  return std::any_of(intervals.begin(), intervals.end(), [time](const Interval& interval) {
    return time >= interval.from && time <= interval.to;
  });
}

std::vector<Interval> fibrillationOf(const WfdbAnnotations& annotations, double rate) {
  const auto& all = annotations.all;
  const bool byMarks =
      std::any_of(all.begin(), all.end(), [](const auto& each) { return each.symbol() == '['; });
  std::vector<Interval> intervals;
  bool open = false;
  for (const WfdbAnnotation& each : all) {
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
  return intervals;
}

struct LeadBeat {
  double time;
  std::size_t lead;
};

/// Adds the median of one beat's marks, by time, where enough leads have it.
void addBeat(const std::vector<LeadBeat>& marks, std::size_t leads, std::vector<double>& beats) {
  std::vector<std::size_t> having;
  for (const LeadBeat& mark : marks) having.push_back(mark.lead);
  std::sort(having.begin(), having.end());
  const auto count = std::unique(having.begin(), having.end()) - having.begin();
  if (2 * static_cast<std::size_t>(count) < leads) return;
  const std::size_t middle = marks.size() / 2;
  beats.push_back(marks.size() % 2 ? marks[middle].time
                                   : (marks[middle - 1].time + marks[middle].time) / 2);
}

}  // namespace

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
      beats.times.push_back(time);
  std::sort(beats.times.begin(), beats.times.end());
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
  std::vector<ReferenceWave> waves = std::move(marks).all();
  waves.erase(std::remove_if(waves.begin(), waves.end(),
                             [](const auto& each) { return each.kind == WaveKind::other; }),
              waves.end());
  std::stable_sort(waves.begin(), waves.end(),
                   [](const auto& a, const auto& b) { return a.wave.peak < b.wave.peak; });
  return waves;
}

std::vector<double> beatsOfLeads(const std::vector<std::vector<ReferenceWave>>& leads) {
  std::vector<LeadBeat> marks;
  std::size_t withBeats = 0;
  for (std::size_t lead = 0; lead < leads.size(); ++lead) {
    const std::size_t before = marks.size();
    for (const ReferenceWave& each : leads[lead])
      if (each.kind == WaveKind::qrs) marks.push_back({each.wave.peak, lead});
    withBeats += marks.size() > before;
  }
  std::sort(marks.begin(), marks.end(),
            [](const LeadBeat& a, const LeadBeat& b) { return a.time < b.time; });
  std::vector<double> beats;
  std::vector<LeadBeat> beat;
  for (const LeadBeat& mark : marks) {
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
