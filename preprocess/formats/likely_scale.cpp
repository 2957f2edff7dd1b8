#include "preprocess/formats/likely_scale.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <vector>

namespace ecg {
namespace {

struct Scale {
  const char* unit;
  double unitsPerMillivolt;
};
constexpr Scale scales[] = {{"mV", 1}, {"uV", 1000}, {"nV", 1e6}, {"V", 1e-3}};

const Scale* likelyScale(const float* samples, std::size_t length, std::size_t leads) {
  const double spread = typicalSpread(samples, length, leads);
  for (const Scale& scale : scales)
    if (spread >= 0.3 * scale.unitsPerMillivolt && spread <= 10 * scale.unitsPerMillivolt)
      return &scale;
  return nullptr;
}

double spreadOf(std::vector<float>& values) {
  const std::size_t tail = values.size() / 200;
  const auto low = values.begin() + static_cast<std::ptrdiff_t>(tail);
  const auto high = values.end() - 1 - static_cast<std::ptrdiff_t>(tail);
  std::nth_element(values.begin(), low, values.end());
  const double least = *low;
  std::nth_element(values.begin(), high, values.end());
  return *high - least;
}

/// True where the lowest value is 0 and the highest 1, and others lie between.
bool isMinMaxScaled(const float* samples, std::size_t count) {
  float least = 2, most = -1;
  bool between = false;
  for (std::size_t i = 0; i < count; ++i) {
    if (std::isnan(samples[i])) continue;
    least = std::min(least, samples[i]);
    most = std::max(most, samples[i]);
    between = between || (samples[i] > 0 && samples[i] < 1);
  }
  return least == 0 && std::fabs(most - 1) < 1e-6f && between;
}

}  // namespace

double typicalSpread(const float* samples, std::size_t length, std::size_t leads) {
  std::vector<double> spreads;
  std::vector<float> values;
  for (std::size_t lead = 0; lead < leads; ++lead) {
    const float* from = samples + lead * length;
    values.clear();
    std::copy_if(from, from + length, std::back_inserter(values),
                 [](float v) { return !std::isnan(v); });
    if (!values.empty()) spreads.push_back(spreadOf(values));
  }
  if (spreads.empty()) return 0;
  const auto middle = spreads.begin() + static_cast<std::ptrdiff_t>(spreads.size() / 2);
  std::nth_element(spreads.begin(), middle, spreads.end());
  return *middle;
}

double likelyUnitsPerMillivolt(const float* samples, std::size_t length, std::size_t leads) {
  const Scale* scale = likelyScale(samples, length, leads);
  return scale ? scale->unitsPerMillivolt : 0;
}

std::string likelyScaleHint(const float* samples, std::size_t length, std::size_t leads) {
  if (isMinMaxScaled(samples, length * leads))
    return "; values from exactly 0 to 1 look as if they had been scaled, so that no unit fits";
  const Scale* scale = likelyScale(samples, length, leads);
  return scale ? std::string("; the size of the values suggests ") + scale->unit : "";
}

}  // namespace ecg
