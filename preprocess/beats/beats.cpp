#include "preprocess/beats/beats.h"

#include "preprocess/beats/amplitudes.h"
#include "preprocess/beats/classify.h"
#include "preprocess/beats/delineate.h"
#include "preprocess/beats/envelope.h"
#include "preprocess/beats/qrs_peaks.h"
#include "preprocess/beats/spikes.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

/// Marks of a stretch in seconds of the recording.
class Seconds {
 public:
  explicit Seconds(double start) : start_(start) {}

  double at(std::size_t sample) const { return start_ + static_cast<double>(sample) / beatRate; }
  BeatWaves of(const BeatMarks& beat) const { return {of(beat.p), of(beat.qrs), of(beat.t)}; }

 private:
  Wave of(const std::optional<Marks>& marks) const {
    return marks ? Wave{at(marks->onset), at(marks->peak), at(marks->offset)} : Wave{};
  }
  double start_;
};

/// Adds the beats that are the stretch's own.
void append(Beats& out, const Stretch& stretch, const Delineation& found,
            const std::vector<std::size_t>& centres) {
  const std::vector<BeatClass> classes = classifyBeats(found, centres);
  const auto spikes = pacingSpikes(stretch.signal, found);
  const Seconds seconds(stretch.startSeconds);
  for (std::size_t b = 0; b < centres.size(); ++b) {
    const double at = seconds.at(centres[b]);
    if (at < stretch.ownFrom || at >= stretch.ownTo || !found.together[b].qrs) continue;
    out.all.push_back({spikes[b] ? BeatClass::paced : classes[b], seconds.of(found.together[b])});
    if (spikes[b]) out.spikes.push_back(seconds.at(*spikes[b]));
    for (std::size_t l = 0; l < out.leads.size(); ++l) {
      const double* x = stretch.signal.lead(l);
      out.leads[l].waves.push_back(seconds.of(found.leads[l][b]));
      out.leads[l].amplitudes.push_back(amplitudesOf(x, stretch.signal.length, found.together[b]));
    }
  }
}

}  // namespace

const char* beatClassName(BeatClass beatClass) {
  constexpr const char* names[] = {"normal", "ventricular", "paced"};
  return names[static_cast<std::size_t>(beatClass)];
}

Beats findBeats(const Recording& recording) {
  Beats out;
  const Stretches stretches(recording);
  for (std::size_t s = 0; s < stretches.count(); ++s) {
    const Stretch stretch = stretches.cut(s);
    if (out.leads.empty())
      for (std::size_t lead : stretch.leads) out.leads.push_back({lead, {}, {}});
    const std::vector<std::size_t> centres =
        qrsPeaks(qrsEnvelope(stretch.signal), stretch.signal.leads);
    append(out, stretch, delineate(stretch.signal, centres), centres);
  }
  return out;
}

}  // namespace ecg
