#include "preprocess/beats/statistics.h"

#include <algorithm>
#include <cmath>

namespace ecg {

double median(std::vector<double> values) {
  if (values.empty()) return Wave::unknown;
  const auto middle = values.begin() + static_cast<std::ptrdiff_t>(values.size() / 2);
  std::nth_element(values.begin(), middle, values.end());
  return *middle;
}

Measurement measured(const std::vector<double>& values) {
  Measurement out;
  out.value = median(values);
  out.beats = values.size();
  if (values.size() < 2) return out;
  double mean = 0, squares = 0;
  for (double value : values) mean += value / static_cast<double>(values.size());
  for (double value : values) squares += (value - mean) * (value - mean);
  out.spread = std::sqrt(squares / static_cast<double>(values.size() - 1));
  return out;
}

double irregularity(const std::vector<double>& intervals) {
  std::vector<double> changes;
  for (std::size_t i = 1; i < intervals.size(); ++i)
    changes.push_back(std::abs(intervals[i] - intervals[i - 1]));
  const double usual = median(intervals);
  return changes.empty() || !(usual > 0) ? 0 : median(changes) / usual;
}

Measurement unmeasured(std::initializer_list<Piece> reason) {
  Measurement out;
  out.reason = sentence(reason);
  return out;
}

}  // namespace ecg
