#include "preprocess/formats/step_scale.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "preprocess/formats/text.h"

namespace ecg {
namespace {

constexpr std::size_t mostValues = 65536;

/// The distance between the ends of the middle 99 %.
double spreadOf(const float* samples, std::size_t length) {
  std::vector<float> values;
  const std::size_t step = std::max<std::size_t>(1, length / mostValues);
  for (std::size_t i = 0; i < length && values.size() < mostValues; i += step)
    if (std::isfinite(samples[i])) values.push_back(samples[i]);
  if (values.empty()) return 0;
  std::sort(values.begin(), values.end());
  const std::size_t tail = values.size() / 200;
  return static_cast<double>(values[values.size() - 1 - tail]) - values[tail];
}

}  // namespace

std::string stepScaleHint(const float* samples, std::size_t length) {
  constexpr double typical = 1.5;  // mV, a QRS complex
  const double spread = spreadOf(samples, length);
  if (!(spread > 0)) return "";
  double best = 0, least = 0;
  for (double steps : {100.0, 200.0, 400.0, 500.0, 1000.0, 2000.0, 1e6}) {
    const double miss = std::fabs(std::log(spread / steps / typical));
    if (best > 0 && miss >= least) continue;
    best = steps;
    least = miss;
  }
  return "; the spread of its values suggests " + text::number(best, 9);
}

}  // namespace ecg
