#include "preprocess/quality/align.h"

#include <cmath>
#include <cstddef>

namespace ecg::quality {
namespace {

constexpr double side = 0.1;         // s around a time
constexpr double reach = 0.06;       // s that it may move
constexpr double slopeOver = 0.008;  // s
constexpr int rounds = 2;

/// The slopes of all leads added up, each lead by its own mean: one that is all noise has no say.
std::vector<double> slopesOf(const std::vector<Trace>& traces) {
  std::vector<double> sum(traces[0].x.size()), own(sum.size());
  const std::size_t over = traces[0].samplesIn(slopeOver);
  for (const Trace& trace : traces) {
    double all = 0;
    for (std::size_t t = over; t < own.size(); ++t) {
      own[t] = std::abs(trace.x[t] - trace.x[t - over]);
      all += own[t];
    }
    if (!(all > 0)) continue;
    const double scale = static_cast<double>(own.size()) / all;
    for (std::size_t t = over; t < own.size(); ++t) sum[t] += own[t] * scale;
  }
  return sum;
}

class Aligner {
 public:
  Aligner(const std::vector<Trace>& traces, const std::vector<double>& qrs)
      : slopes_(slopesOf(traces)),
        half_(static_cast<std::ptrdiff_t>(traces[0].samplesIn(side))),
        reach_(static_cast<std::ptrdiff_t>(traces[0].samplesIn(reach))),
        mean_(static_cast<std::size_t>(2 * half_ + 1)) {
    const auto size = static_cast<double>(slopes_.size());
    const auto margin = static_cast<double>(half_ + reach_);
    for (const double time : qrs) {
      const double center = std::round(time * traces[0].samplingRate);
      if (!(center >= margin) || !(center + margin < size)) continue;
      starts_.push_back(static_cast<std::ptrdiff_t>(center) - half_);
      shifts_.push_back(0);
    }
  }

  void run() {
    average();
    for (std::size_t beat = 0; beat < starts_.size(); ++beat) shifts_[beat] = bestShift(beat);
  }

  std::vector<double> times(double samplingRate) const {
    std::vector<double> out;
    for (std::size_t beat = 0; beat < starts_.size(); ++beat)
      out.push_back(static_cast<double>(starts_[beat] + half_ + shifts_[beat]) / samplingRate);
    return out;
  }

 private:
  const double* at(std::size_t beat, std::ptrdiff_t shift) const {
    return slopes_.data() + starts_[beat] + shift;
  }

  void average() {
    mean_.assign(mean_.size(), 0);
    for (std::size_t beat = 0; beat < starts_.size(); ++beat)
      for (std::size_t i = 0; i < mean_.size(); ++i) mean_[i] += at(beat, shifts_[beat])[i];
  }

  std::ptrdiff_t bestShift(std::size_t beat) const {
    std::ptrdiff_t best = 0;
    double most = -1;
    for (std::ptrdiff_t shift = -reach_; shift <= reach_; ++shift) {
      double product = 0;
      for (std::size_t i = 0; i < mean_.size(); ++i) product += mean_[i] * at(beat, shift)[i];
      if (product <= most) continue;
      most = product;
      best = shift;
    }
    return best;
  }

  std::vector<double> slopes_;
  std::ptrdiff_t half_, reach_;
  std::vector<double> mean_;
  std::vector<std::ptrdiff_t> starts_, shifts_;
};

}  // namespace

std::vector<double> alignedTimes(const std::vector<Trace>& traces, const std::vector<double>& qrs) {
  if (traces.empty() || qrs.empty()) return {};
  Aligner aligner(traces, qrs);
  for (int round = 0; round < rounds; ++round) aligner.run();
  return aligner.times(traces[0].samplingRate);
}

}  // namespace ecg::quality
