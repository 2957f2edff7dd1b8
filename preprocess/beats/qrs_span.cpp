#include <algorithm>
#include <cmath>

#include "preprocess/beats/envelope.h"
#include "preprocess/beats/lead_marks.h"
#include "preprocess/beats/working_signal.h"

namespace ecg {
namespace {

constexpr std::size_t core = beatSamples(0.07);
constexpr std::size_t reachBefore = beatSamples(0.13), reachAfter = beatSamples(0.17);
constexpr std::size_t longestGap = beatSamples(0.04);
constexpr double extends = 0.15;  // of the steepest
constexpr double quietBefore = 0.03, quietAfter = 0.05;

/// What the steepness exceeds most of the time around a beat.
double floorAround(const std::vector<double>& steepness, std::size_t centre) {
  return quantileAround(steepness, {centre, beatSamples(0.5), 4}, 0.25);
}

}  // namespace

std::vector<double> steepness(const std::vector<Scale>& leads) {
  std::vector<double> sum(leads.empty() ? 0 : leads[0].length());
  for (const Scale& lead : leads)
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += lead.slope[i] * lead.slope[i];
  for (double& value : sum) value = std::sqrt(value / static_cast<double>(leads.size()));
  return sum;
}

Span qrsSpan(const std::vector<double>& steep, std::size_t centre, Span span) {
  const std::size_t from = std::max(span.from, centre - std::min(centre, reachBefore));
  const std::size_t to = std::min(span.to, centre + reachAfter);
  std::size_t main = centre;
  for (std::size_t i = centre - std::min(centre, core); i < std::min(centre + core, to); ++i)
    if (steep[i] > steep[main]) main = i;
  const double most = steep[main], noise = floorAround(steep, centre);
  std::size_t first = main, last = main;
  for (std::size_t i = main; i > from && first - i < longestGap; --i)
    if (steep[i] >= extends * most) first = i;
  for (std::size_t i = main; i < to && i - last < longestGap; ++i)
    if (steep[i] >= extends * most) last = i;
  const double before = quietBefore * most + noise, after = quietAfter * most + noise;
  while (first > from && steep[first] > before) --first;
  while (last + 1 < to && steep[last] > after) ++last;
  return {first, last};
}

}  // namespace ecg
