#include "preprocess/formats/likely_scale.h"

#include <algorithm>
#include <cmath>
#include <vector>

#include "preprocess/formats/text.h"

namespace ecg {
namespace {

constexpr std::size_t mostValues = 65536;

struct Unit {
  const char* name;
  double perMillivolt;
};
constexpr Unit units[] = {{"mV", 1}, {"uV", 1000}, {"nV", 1e6}, {"V", 1e-3}};
constexpr double usualSteps[] = {1, 100, 200, 400, 500, 1000, 2000, 1e6};

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
  const std::size_t step = 1 + length / mostValues;
  for (std::size_t lead = 0; lead < leads; ++lead) {
    const float* from = samples + lead * length;
    values.clear();
    for (std::size_t i = 0; i < length; i += step)
      if (std::isfinite(from[i])) values.push_back(from[i]);
    if (!values.empty()) spreads.push_back(spreadOf(values));
  }
  if (spreads.empty()) return 0;
  const auto middle = spreads.begin() + static_cast<std::ptrdiff_t>(spreads.size() / 2);
  std::nth_element(spreads.begin(), middle, spreads.end());
  return *middle;
}

std::string likelyUnitHint(const float* samples, std::size_t length, std::size_t leads) {
  if (isMinMaxScaled(samples, length * leads))
    return "; values from exactly 0 to 1 look as if they had been scaled, so that no unit fits";
  const double spread = typicalSpread(samples, length, leads);
  for (const Unit& unit : units)
    if (spread >= 0.3 * unit.perMillivolt && spread <= 10 * unit.perMillivolt)
      return std::string("; the size of the values suggests ") + unit.name;
  return "";
}

std::string likelyStepsHint(const float* samples, std::size_t length) {
  constexpr double usual = 1.5;  // mV
  const double spread = typicalSpread(samples, length);
  if (!(spread > 0)) return "";
  const auto miss = [&](double steps) { return std::fabs(std::log(spread / steps / usual)); };
  const double best = *std::min_element(std::begin(usualSteps), std::end(usualSteps),
                                        [&](double a, double b) { return miss(a) < miss(b); });
  return "; the spread of its values suggests " + text::number(best, 9);
}

}  // namespace ecg
