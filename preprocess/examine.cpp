#include "preprocess/examine.h"

namespace ecg {

Examination examine(const Recording& recording) {
  Examination out;
  out.beats = findBeats(recording);
  std::vector<double> qrsSeconds;
  qrsSeconds.reserve(out.beats.all.size());
  for (const Beat& beat : out.beats.all) qrsSeconds.push_back(beat.waves.qrs.peak);
  out.quality = assessQuality(recording, qrsSeconds);
  out.measurements = measure(recording, out.beats);
  out.medianBeats = medianBeats(recording, out.beats);
  return out;
}

}  // namespace ecg
