#include "preprocess/beats/working_signal.h"

#include <algorithm>
#include <cmath>

#include "preprocess/signal/resample.h"

namespace ecg {
namespace {

constexpr double stretchSeconds = 60;
constexpr double marginSeconds = 8;
constexpr double lowestRate = 50, highestRate = 50000;  // Hz, as for the model's input

/// Copies a lead in double precision; where samples are missing the neighbours are joined.
void copyJoined(const float* from, std::size_t n, double* to) {
  std::size_t known = n;  // index of the last finite sample; n: none yet
  for (std::size_t i = 0; i < n; ++i) {
    if (!std::isfinite(from[i])) continue;
    to[i] = from[i];
    const std::size_t gap = known == n ? 0 : known + 1;
    for (std::size_t j = gap; j < i; ++j)
      to[j] = known == n ? to[i]
                         : to[known] + (to[i] - to[known]) * static_cast<double>(j - known) /
                                           static_cast<double>(i - known);
    known = i;
  }
  std::fill(to + (known == n ? 0 : known + 1), to + n, known == n ? 0.0 : to[known]);
}

}  // namespace

Stretches::Stretches(const Recording& recording)
    : recording_(recording),
      length_(recording.ecgSamples()),
      seconds_(static_cast<double>(length_) / recording.samplingRate) {
  for (std::size_t l = 0; l < recording.leads.size(); ++l)
    if (recording.leads[l].unit == "mV") leads_.push_back(l);
  const bool one = seconds_ <= 1.5 * stretchSeconds;
  step_ = one ? seconds_ : stretchSeconds;
  const bool measurable = !leads_.empty() && recording.length > 0 &&
                          recording.samplingRate >= lowestRate &&
                          recording.samplingRate <= highestRate &&
                          recording.samples.size() == recording.leads.size() * recording.length;
  count_ = !measurable ? 0 : one ? 1 : static_cast<std::size_t>(std::ceil(seconds_ / step_));
  if (measurable && recording.samplingRate != beatRate)
    resampler_.emplace(recording.samplingRate, beatRate);
}

Stretch Stretches::cut(std::size_t index) const {
  const double rate = recording_.samplingRate;
  const double ownFrom = static_cast<double>(index) * step_;
  const double ownTo = index + 1 == count_ ? seconds_ : ownFrom + step_;
  const auto sampleAt = [&](double seconds) {
    const double sample = std::clamp(std::floor(seconds * rate), 0.0, double(length_));
    return static_cast<std::size_t>(sample);
  };
  const std::size_t first = sampleAt(ownFrom - marginSeconds);
  const std::size_t last = index + 1 == count_ ? length_ : sampleAt(ownTo + marginSeconds);
  const std::size_t n = last - first;
  const auto to = static_cast<std::size_t>(std::ceil(double(n) * beatRate / rate));

  Stretch out{Signal(leads_.size(), to), leads_, double(first) / rate, ownFrom, ownTo};
  if (!resampler_) {
    for (std::size_t l = 0; l < leads_.size(); ++l)
      copyJoined(recording_.lead(leads_[l]) + first, n, out.signal.lead(l));
    return out;
  }
  std::vector<double> joined(n);
  for (std::size_t l = 0; l < leads_.size(); ++l) {
    copyJoined(recording_.lead(leads_[l]) + first, n, joined.data());
    resampler_->run(joined.data(), n, out.signal.lead(l), to);
  }
  return out;
}

}  // namespace ecg
