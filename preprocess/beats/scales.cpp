#include "preprocess/beats/scales.h"

#include "preprocess/beats/envelope.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

/// Smooths `x` twice by a mean of 2 * half + 1 samples.
Scale scale(const double* x, std::size_t n, std::size_t half) {
  Scale out{std::vector<double>(n), std::vector<double>(n)};
  movingMean(x, n, half, half, out.slope.data());
  movingMean(out.slope.data(), n, half, half, out.level.data());
  for (std::size_t i = 1; i + 1 < n; ++i)
    out.slope[i] = (out.level[i + 1] - out.level[i - 1]) * (beatRate / 2);
  if (n > 0) out.slope[0] = out.slope[n - 1] = 0;
  return out;
}

}  // namespace

Scale fineScale(const double* x, std::size_t n) { return scale(x, n, 2); }

Scale coarseScale(const double* x, std::size_t n) { return scale(x, n, 9); }

}  // namespace ecg
