#pragma once

#include <cstddef>
#include <vector>

namespace ecg {

/// How windows are laid over a recording; all in samples of one rate.
struct Placement {
  std::size_t length = 0;  ///< of the recording
  std::size_t window = 0;
  double stride = 0;  ///< may be fractional; a start is rounded to the nearest sample
  double slack = 0;   ///< a tail this long at most gets no window of its own
};

/// Starts of the windows: 0, stride, 2 * stride, ... as long as a whole window fits, and one more,
/// moved back to end with the recording, where a tail would be left out. A recording shorter than a
/// window has the one start 0.
std::vector<std::size_t> windowStarts(const Placement& placement);

/// The number of those windows, without listing them.
double windowCountEstimate(const Placement& placement);

}  // namespace ecg
