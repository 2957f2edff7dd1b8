#include "preprocess/beats/p_waves.h"

#include <algorithm>
#include <cmath>

#include "preprocess/beats/statistics.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

bool isIrregular(const std::vector<Span>& qrs) {
  std::vector<double> intervals;
  for (std::size_t b = 1; b < qrs.size(); ++b)
    intervals.push_back(static_cast<double>(qrs[b].from - qrs[b - 1].from));
  return irregularity(intervals) >= irregularFrom;
}

/// The value that most others lie within `reach` of, and how many do.
struct Mode {
  double value = 0;
  std::size_t count = 0;
};

Mode modeOf(std::vector<double> values, double reach) {
  std::sort(values.begin(), values.end());
  Mode mode;
  std::size_t first = 0, last = 0;
  for (const double value : values) {
    while (values[first] <= value - reach) ++first;
    while (last < values.size() && values[last] < value + reach) ++last;
    if (last - first > mode.count) mode = {value, last - first};
  }
  return mode;
}

}  // namespace

WaveSearch pSearch(const std::vector<Span>& qrs, const std::vector<std::optional<Marks>>& t) {
  constexpr std::size_t reach = beatSamples(0.32), clear = beatSamples(0.01);
  constexpr double pSpread = 0.025, pRisen = 0.6, pFallen = 0.65;
  WaveSearch search{{}, {}, pSpread, {pRisen, pFallen}};
  for (std::size_t b = 0; b < qrs.size(); ++b) {
    std::size_t start = qrs[b].from - std::min(qrs[b].from, reach);
    if (b > 0) start = std::max(start, t[b - 1] ? t[b - 1]->offset : qrs[b - 1].to);
    search.spans.push_back({start, qrs[b].from - std::min(qrs[b].from, clear)});
    search.origins.push_back(qrs[b].from);
  }
  return search;
}

void dropOtherThanP(std::vector<std::optional<Marks>>& p, const std::vector<Span>& qrs) {
  constexpr double agreeWithin = 0.02 * beatRate, farthest = 0.12 * beatRate;
  constexpr double agreeRegular = 0.38, agreeIrregular = 0.50;
  constexpr double byChance = 1.2;  // beats
  const auto placeOf = [&](std::size_t b) {
    return static_cast<double>(qrs[b].from) - static_cast<double>(p[b]->peak);
  };
  std::vector<double> places;
  for (std::size_t b = 0; b < p.size(); ++b)
    if (p[b]) places.push_back(placeOf(b));
  if (places.empty()) return;
  const Mode usual = modeOf(places, agreeWithin);
  const double required = isIrregular(qrs) ? agreeIrregular : agreeRegular;
  const double all = static_cast<double>(places.size());
  const bool any = static_cast<double>(usual.count) >= required * all + byChance;
  for (std::size_t b = 0; b < p.size(); ++b)
    if (p[b] && (!any || std::abs(placeOf(b) - usual.value) > farthest)) p[b].reset();
}

}  // namespace ecg
