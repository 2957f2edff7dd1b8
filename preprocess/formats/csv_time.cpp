#include "preprocess/formats/csv_time.h"

#include <algorithm>
#include <cmath>

#include "preprocess/formats/text.h"

namespace ecg::csv {
namespace {

constexpr double longest = 1.5;    // samples, of a regular step
constexpr double shortest = 0.5;   // samples
constexpr double fromWhole = 0.3;  // samples that a gap may be away from a whole number of them

std::string rowFault(const std::vector<double>& times, std::size_t row, double step) {
  return sentence({"rows ", row, " and ", row + 1, " are ",
                   text::number((times[row] - times[row - 1]) / step, 4), " samples apart"});
}

double median(std::vector<double> values) {
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

/// The mean of the steps that are no longer than a regular one.
double regularStep(const std::vector<double>& steps, double typical, double& evenness) {
  double sum = 0;
  std::size_t count = 0;
  for (double step : steps) {
    if (step > longest * typical) continue;
    sum += step;
    ++count;
  }
  evenness = static_cast<double>(count) / static_cast<double>(steps.size());
  return sum / static_cast<double>(count);
}

}  // namespace

Timing analyseTimes(const std::vector<double>& times) {
  Timing timing;
  timing.length = times.size();
  timing.filledLength = static_cast<double>(times.size());
  if (times.size() < 2) return timing;
  std::vector<double> steps(times.size() - 1);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    steps[i] = times[i + 1] - times[i];
    if (steps[i] > 0 && std::isfinite(steps[i])) continue;
    timing.fault = sentence({"the times do not increase from row ", i + 1, " to row ", i + 2});
    return timing;
  }
  timing.step = regularStep(steps, median(steps), timing.evenness);
  for (std::size_t i = 0; i < steps.size(); ++i) {
    const double samples = steps[i] / timing.step;
    if (samples >= shortest && samples <= longest) continue;
    if (samples < shortest || std::fabs(samples - std::round(samples)) > fromWhole) {
      timing.fault = rowFault(times, i + 1, timing.step);
      return timing;
    }
    timing.filledLength += std::round(samples) - 1;
    // The caller refuses this (checkFilledSize), and a count might not fit.
    if (timing.filledLength > 10.0 * static_cast<double>(times.size()) + (1 << 24)) return timing;
    timing.gaps.push_back(
        {timing.length - times.size() + i + 1, static_cast<std::size_t>(std::round(samples)) - 1});
    timing.length += timing.gaps.back().count;
  }
  return timing;
}

}  // namespace ecg::csv
