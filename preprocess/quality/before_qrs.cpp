#include "preprocess/quality/before_qrs.h"

#include <cmath>
#include <cstddef>

namespace ecg::quality {
namespace {

constexpr double from = 0.25, to = 0.07;  // s before the QRS

}  // namespace

double deflectionBefore(const Trace& trace, const std::vector<double>& times) {
  const std::size_t early = trace.samplesIn(from), late = trace.samplesIn(to);
  std::vector<double> mean(early - late + 1);
  double beats = 0;
  for (const double time : times) {
    const double at = std::round(time * trace.samplingRate) - static_cast<double>(early);
    if (!(at >= 0) || at + static_cast<double>(mean.size()) > static_cast<double>(trace.x.size()))
      continue;
    const double* x = trace.x.data() + static_cast<std::size_t>(at);
    for (std::size_t i = 0; i < mean.size(); ++i) mean[i] += x[i];
    ++beats;
  }
  double largest = 0;
  const double steps = static_cast<double>(mean.size()) - 1;
  for (std::size_t i = 1; i + 1 < mean.size(); ++i) {
    const double along = static_cast<double>(i) / steps;
    const double off = mean[i] - mean.front() - along * (mean.back() - mean.front());
    if (std::abs(off) > std::abs(largest)) largest = off;
  }
  return beats > 0 ? largest / beats : 0;
}

}  // namespace ecg::quality
