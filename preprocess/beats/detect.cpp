#include "preprocess/beats/detect.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/envelope.h"
#include "preprocess/beats/qrs_peaks.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {

std::vector<double> detectQrs(const Recording& recording) {
  std::vector<double> times;
  const Stretches stretches(recording);
  for (std::size_t s = 0; s < stretches.count(); ++s) {
    const Stretch stretch = stretches.cut(s);
    for (std::size_t peak : qrsPeaks(qrsEnvelope(stretch.signal), stretch.signal.leads)) {
      const double time = stretch.startSeconds + static_cast<double>(peak) / beatRate;
      if (time >= stretch.ownFrom && time < stretch.ownTo) times.push_back(time);
    }
  }
  return times;
}

}  // namespace ecg
